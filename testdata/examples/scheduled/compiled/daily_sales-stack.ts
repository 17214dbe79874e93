// Compiled by orklint from the workflow daily_sales; change its .ork file instead.

import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

/** Draws yesterday's sales and mails them, at six on working days. */
export class DailySalesStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const countSalesFn = new PythonFunction(this, 'count_sales_fn', {
      entry: 'lambdas',
      index: 'sales.py',
      handler: 'count_sales',
      runtime: lambda.Runtime.PYTHON_3_13,
      timeout: Duration.minutes(1),
      tracing: lambda.Tracing.ACTIVE,
    });
    const drawChartFn = new PythonFunction(this, 'draw_chart_fn', {
      entry: 'lambdas',
      index: 'sales.py',
      handler: 'draw_chart',
      runtime: lambda.Runtime.PYTHON_3_13,
      timeout: Duration.minutes(1),
      tracing: lambda.Tracing.ACTIVE,
    });
    const mailChartFn = new PythonFunction(this, 'mail_chart_fn', {
      entry: 'lambdas',
      index: 'sales.py',
      handler: 'mail_chart',
      runtime: lambda.Runtime.PYTHON_3_13,
      timeout: Duration.minutes(1),
      tracing: lambda.Tracing.ACTIVE,
    });

    const countSales = new tasks.LambdaInvoke(this, 'count_sales', {
      lambdaFunction: countSalesFn,
      payloadResponseOnly: true,
    });
    const drawChart = new tasks.LambdaInvoke(this, 'draw_chart', {
      lambdaFunction: drawChartFn,
      payloadResponseOnly: true,
    });
    const mailChart = new tasks.LambdaInvoke(this, 'mail_chart', {
      lambdaFunction: mailChartFn,
      payloadResponseOnly: true,
    });

    const definition = countSales.next(drawChart).next(mailChart);
    this.stateMachine = new sfn.StateMachine(this, 'daily_sales', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      comment: "Draws yesterday's sales and mails them, at six on working days.",
      timeout: Duration.minutes(30),
      tracingEnabled: true,
    });

    new events.Rule(this, 'daily_sales_schedule', {
      schedule: events.Schedule.expression('cron(0 6 ? * MON-FRI *)'),
      targets: [new targets.SfnStateMachine(this.stateMachine)],
    });
  }
}
