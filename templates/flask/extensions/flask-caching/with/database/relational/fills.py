# fill: notes.count
from sqlalchemy import func, select

return db.session.scalars(select(func.count()).select_from(Note)).one()
