// Compiled by orklint from the workflow poll_job; change its .ork file instead.

import { Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export class PollJobStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const submitFn = new PythonFunction(this, 'submit_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'submit',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const getStatusFn = new PythonFunction(this, 'get_status_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'get_status',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });

    const submit = new tasks.LambdaInvoke(this, 'submit', {
      lambdaFunction: submitFn,
      payloadResponseOnly: true,
    });
    const getStatus = new tasks.LambdaInvoke(this, 'get_status', {
      lambdaFunction: getStatusFn,
      payloadResponseOnly: true,
    });
    const done_ = new sfn.Choice(this, 'done?');
    const waitUntil = new sfn.Wait(this, 'wait until', {
      time: sfn.WaitTime.timestampPath('$.again_at'),
    });
    const finished = new sfn.Succeed(this, 'finished');
    done_.when(sfn.Condition.stringEquals('$.status', 'SUCCEEDED'), finished).otherwise(waitUntil);
    waitUntil.next(getStatus);

    const definition = submit.next(getStatus).next(done_);
    this.stateMachine = new sfn.StateMachine(this, 'poll_job', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
