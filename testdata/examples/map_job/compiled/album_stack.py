# Compiled by orklint from the workflow album; change its .ork file instead.

from aws_cdk import Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class AlbumStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        list_photos_fn = PythonFunction(
            self,
            "list_photos_fn",
            entry="lambdas",
            index="main.py",
            handler="list_photos",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        read_exif_fn = PythonFunction(
            self,
            "read_exif_fn",
            entry="lambdas",
            index="main.py",
            handler="read_exif",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        thumbnail_fn = PythonFunction(
            self,
            "thumbnail_fn",
            entry="lambdas",
            index="main.py",
            handler="thumbnail",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        make_album_fn = PythonFunction(
            self,
            "make_album_fn",
            entry="lambdas",
            index="main.py",
            handler="make_album",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )

        list_photos = tasks.LambdaInvoke(
            self,
            "list_photos",
            lambda_function=list_photos_fn,
            payload_response_only=True,
        )

        read_exif = tasks.LambdaInvoke(
            self,
            "read_exif",
            lambda_function=read_exif_fn,
            payload_response_only=True,
        )
        thumbnail = tasks.LambdaInvoke(
            self,
            "thumbnail",
            lambda_function=thumbnail_fn,
            payload_response_only=True,
        )
        map_read_exif = sfn.Map(self, "map_read_exif", items_path="$.photos").item_processor(
            read_exif.next(thumbnail),
        )

        make_album = tasks.LambdaInvoke(
            self,
            "make_album",
            lambda_function=make_album_fn,
            payload_response_only=True,
        )

        definition = list_photos.next(map_read_exif).next(make_album)
        self.state_machine = sfn.StateMachine(
            self,
            "album",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
