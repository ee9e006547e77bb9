# fill: ninja.throttle
from ninja.throttling import AnonRateThrottle

throttle=AnonRateThrottle("60/m"),

# fill: ninja.routers
from contact.api import router as contact

api.add_router("/messages/", contact, tags=["messages"])
