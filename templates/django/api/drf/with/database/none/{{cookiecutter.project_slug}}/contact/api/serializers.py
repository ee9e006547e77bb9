from rest_framework import serializers


class MessageSerializer(serializers.Serializer[dict[str, str]]):
    email = serializers.EmailField()
    title = serializers.CharField(max_length=200)
    body = serializers.CharField(max_length=10_000)
