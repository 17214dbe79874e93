# Compiled by orklint from the workflow film; change its .ork file instead.

from aws_cdk import Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from aws_cdk.aws_lambda_python_alpha import PythonFunction
from constructs import Construct


class FilmStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        split_film_fn = PythonFunction(
            self,
            "split_film_fn",
            entry="lambdas",
            index="main.py",
            handler="split_film",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        audio_fn = PythonFunction(
            self,
            "audio_fn",
            entry="lambdas",
            index="main.py",
            handler="audio",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        text_fn = PythonFunction(
            self,
            "text_fn",
            entry="lambdas",
            index="main.py",
            handler="text",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        merge_fn = PythonFunction(
            self,
            "merge_fn",
            entry="lambdas",
            index="main.py",
            handler="merge",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        scene_fn = PythonFunction(
            self,
            "scene_fn",
            entry="lambdas",
            index="main.py",
            handler="scene",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        poster_fn = PythonFunction(
            self,
            "poster_fn",
            entry="lambdas",
            index="main.py",
            handler="poster",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )
        publish_fn = PythonFunction(
            self,
            "publish_fn",
            entry="lambdas",
            index="main.py",
            handler="publish",
            runtime=lambda_.Runtime.PYTHON_3_13,
            tracing=lambda_.Tracing.ACTIVE,
        )

        split_film = tasks.LambdaInvoke(
            self,
            "split_film",
            lambda_function=split_film_fn,
            payload_response_only=True,
        )

        audio = tasks.LambdaInvoke(
            self,
            "audio",
            lambda_function=audio_fn,
            payload_response_only=True,
        )
        text = tasks.LambdaInvoke(
            self,
            "text",
            lambda_function=text_fn,
            payload_response_only=True,
        )
        parallelize_audio_text = sfn.Parallel(self, "parallelize_audio_text").branch(
            audio,
            text,
        )

        parallelize_audio_text_failed = sfn.Pass(self, "parallelize_audio_text_failed")
        merge = tasks.LambdaInvoke(
            self,
            "merge",
            lambda_function=merge_fn,
            payload_response_only=True,
        )
        merge_failed = sfn.Pass(self, "merge_failed")
        parallelize_audio_text.add_catch(parallelize_audio_text_failed)
        merge.add_catch(merge_failed)

        scene = tasks.LambdaInvoke(
            self,
            "scene",
            lambda_function=scene_fn,
            payload_response_only=True,
        )
        scene_failed = sfn.Pass(self, "scene_failed")
        scene.add_catch(scene_failed)
        map_scene = sfn.Map(self, "map_scene", items_path="$.scenes").item_processor(
            scene,
        )

        map_scene_failed = sfn.Pass(self, "map_scene_failed")
        map_scene.add_catch(map_scene_failed)
        poster = tasks.LambdaInvoke(
            self,
            "poster",
            lambda_function=poster_fn,
            payload_response_only=True,
        )
        poster_failed = sfn.Pass(self, "poster_failed")
        poster.add_catch(poster_failed)
        parallelize_parallelize_audio_text_map_scene_poster = sfn.Parallel(self, "parallelize_parallelize_audio_text_map_scene_poster").branch(
            parallelize_audio_text.next(merge),
            map_scene,
            poster,
        )

        publish = tasks.LambdaInvoke(
            self,
            "publish",
            lambda_function=publish_fn,
            payload_response_only=True,
        )

        definition = (
            split_film
            .next(parallelize_parallelize_audio_text_map_scene_poster)
            .next(publish)
        )
        self.state_machine = sfn.StateMachine(
            self,
            "film",
            definition_body=sfn.DefinitionBody.from_chainable(definition),
            tracing_enabled=True,
        )
