from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from contact.api.serializers import MessageSerializer
from contact.mails import send_to_owner


class MessageView(APIView):
    """A message to the owner: it becomes a mail, nothing is kept here."""

    serializer_class = MessageSerializer
    throttle_scope = "messages"

    @extend_schema(responses={status.HTTP_202_ACCEPTED: None})
    def post(self, request: Request) -> Response:
        serializer = self.serializer_class(data=request.data)
        serializer.is_valid(raise_exception=True)
        send_to_owner(**serializer.validated_data)
        return Response(status=status.HTTP_202_ACCEPTED)
