from django.contrib.auth.views import LogoutView, PasswordResetDoneView
from django.urls import path

from users import views

# Without a namespace: Django itself looks for several of these names.
urlpatterns = [
    path("sign-up/", views.SignUpView.as_view(), name="sign_up"),
    path("log-in/", views.LogInView.as_view(), name="login"),
    path("log-out/", LogoutView.as_view(), name="logout"),
    path("profile/", views.ProfileView.as_view(), name="profile"),
    path("password/", views.PasswordChangeView.as_view(), name="password_change"),
    path("reset/", views.PasswordResetView.as_view(), name="password_reset"),
    path("reset/sent/", PasswordResetDoneView.as_view(), name="password_reset_done"),
    path(
        "reset/<uidb64>/<token>/",
        views.PasswordResetConfirmView.as_view(),
        name="password_reset_confirm",
    ),
]
