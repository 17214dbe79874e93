// Compiled by orklint from the workflow newsletter; change its .ork file instead.

import { Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

export class NewsletterStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const writeIssueFn = new PythonFunction(this, 'write_issue_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'write_issue',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const renderMailFn = new PythonFunction(this, 'render_mail_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'render_mail',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const sendMailFn = new PythonFunction(this, 'send_mail_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'send_mail',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const postToFeedFn = new PythonFunction(this, 'post_to_feed_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'post_to_feed',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const callWebhooksFn = new PythonFunction(this, 'call_webhooks_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'call_webhooks',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });
    const reportFn = new PythonFunction(this, 'report_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'report',
      runtime: lambda.Runtime.PYTHON_3_13,
      tracing: lambda.Tracing.ACTIVE,
    });

    const writeIssue = new tasks.LambdaInvoke(this, 'write_issue', {
      lambdaFunction: writeIssueFn,
      payloadResponseOnly: true,
    });

    const renderMail = new tasks.LambdaInvoke(this, 'render_mail', {
      lambdaFunction: renderMailFn,
      payloadResponseOnly: true,
    });
    const renderMailFailed = new sfn.Pass(this, 'render_mail_failed');
    const sendMail = new tasks.LambdaInvoke(this, 'send_mail', {
      lambdaFunction: sendMailFn,
      payloadResponseOnly: true,
    });
    const sendMailFailed = new sfn.Pass(this, 'send_mail_failed');
    renderMail.addCatch(renderMailFailed);
    sendMail.addCatch(sendMailFailed);
    const postToFeed = new tasks.LambdaInvoke(this, 'post_to_feed', {
      lambdaFunction: postToFeedFn,
      payloadResponseOnly: true,
    });
    const postToFeedFailed = new sfn.Pass(this, 'post_to_feed_failed');
    postToFeed.addCatch(postToFeedFailed);
    const callWebhooks = new tasks.LambdaInvoke(this, 'call_webhooks', {
      lambdaFunction: callWebhooksFn,
      payloadResponseOnly: true,
    });
    const callWebhooksFailed = new sfn.Pass(this, 'call_webhooks_failed');
    callWebhooks.addCatch(callWebhooksFailed);
    const parallelizeRenderMailPostToFeedCallWebhooks = new sfn.Parallel(this, 'parallelize_render_mail_post_to_feed_call_webhooks').branch(
      renderMail.next(sendMail),
      postToFeed,
      callWebhooks,
    );

    const report = new tasks.LambdaInvoke(this, 'report', {
      lambdaFunction: reportFn,
      payloadResponseOnly: true,
    });

    const definition = writeIssue.next(parallelizeRenderMailPostToFeedCallWebhooks).next(report);
    this.stateMachine = new sfn.StateMachine(this, 'newsletter', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      tracingEnabled: true,
    });
  }
}
