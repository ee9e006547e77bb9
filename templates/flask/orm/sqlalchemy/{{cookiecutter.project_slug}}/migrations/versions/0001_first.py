"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    # slot: migrations.users
    # slot: migrations.user_more many
    op.create_table(
        "notes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        # slot: migrations.note_body
        # slot: migrations.note_owner
        # slot: migrations.note_columns many
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("updated_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
    )
    with op.batch_alter_table("notes") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_notes_created_at"), ["created_at"], unique=False
        )
        # slot: migrations.note_indexes
    # slot: migrations.more many


def downgrade() -> None:
    """Drop the tables, and their indexes with them."""
    # slot: migrations.drop_more many
    op.drop_table("notes")
    # slot: migrations.drop_user_more many
    # slot: migrations.drop_users
