# fill: urls.handlers
handler400 = "config.api.handlers.bad_request"
handler403 = "config.api.handlers.forbidden"
handler404 = "config.api.handlers.not_found"
handler500 = "config.api.handlers.server_error"
