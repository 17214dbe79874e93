// Compiled by orklint from the workflow reminders; change its .ork file instead.

import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

/** Reminds customers of unpaid bills. */
export class RemindersStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const findUnpaidFn = new PythonFunction(this, 'find_unpaid_fn', {
      entry: 'lambdas',
      index: 'unpaid.py',
      handler: 'find_unpaid',
      runtime: lambda.Runtime.PYTHON_3_13,
      timeout: Duration.minutes(1),
      tracing: lambda.Tracing.ACTIVE,
    });
    const remindFn = new PythonFunction(this, 'remind_fn', {
      entry: 'lambdas',
      index: 'unpaid.py',
      handler: 'remind',
      runtime: lambda.Runtime.PYTHON_3_13,
      timeout: Duration.minutes(1),
      tracing: lambda.Tracing.ACTIVE,
    });

    const findUnpaid = new tasks.LambdaInvoke(this, 'find_unpaid', {
      lambdaFunction: findUnpaidFn,
      payloadResponseOnly: true,
    });

    const remind = new tasks.LambdaInvoke(this, 'remind', {
      lambdaFunction: remindFn,
      payloadResponseOnly: true,
    });
    const remindFailed = new sfn.Pass(this, 'remind_failed');
    remind.addCatch(remindFailed);
    const mapRemind = new sfn.Map(this, 'map_remind').itemProcessor(remind);

    const definition = findUnpaid.next(mapRemind);
    this.stateMachine = new sfn.StateMachine(this, 'reminders', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      comment: 'Reminds customers of unpaid bills.',
      tracingEnabled: true,
    });

    new events.Rule(this, 'reminders_schedule', {
      schedule: events.Schedule.expression('rate(12 hours)'),
      targets: [new targets.SfnStateMachine(this.stateMachine)],
    });
  }
}
