// Compiled by orklint from the workflow hello_orkestra; change its .ork file instead.

import { Duration, Stack, StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { Construct } from 'constructs';

/** Generates an item, prices ten copies of it, and greets. */
export class HelloOrkestraStack extends Stack {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const generateItemFn = new PythonFunction(this, 'generate_item_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'generate_item',
      runtime: lambda.Runtime.PYTHON_3_13,
      description: 'Makes an item at random.',
      timeout: Duration.seconds(6),
      environment: {
        POWERTOOLS_SERVICE_NAME: 'generate_item',
        POWERTOOLS_METRICS_NAMESPACE: 'generate_item',
      },
      tracing: lambda.Tracing.ACTIVE,
    });
    const addPriceFn = new PythonFunction(this, 'add_price_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'add_price',
      runtime: lambda.Runtime.PYTHON_3_13,
      description: 'Puts a price on an item.',
      timeout: Duration.seconds(6),
      environment: {
        POWERTOOLS_SERVICE_NAME: 'add_price',
        POWERTOOLS_METRICS_NAMESPACE: 'add_price',
      },
      tracing: lambda.Tracing.ACTIVE,
    });
    const copyItemFn = new PythonFunction(this, 'copy_item_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'copy_item',
      runtime: lambda.Runtime.PYTHON_3_13,
      description: 'Makes ten of it.',
      timeout: Duration.seconds(6),
      environment: {
        POWERTOOLS_SERVICE_NAME: 'copy_item',
        POWERTOOLS_METRICS_NAMESPACE: 'copy_item',
      },
      tracing: lambda.Tracing.ACTIVE,
    });
    const doublePriceFn = new PythonFunction(this, 'double_price_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'double_price',
      runtime: lambda.Runtime.PYTHON_3_13,
      description: 'Doubles the price of one item.',
      timeout: Duration.seconds(6),
      environment: {
        POWERTOOLS_SERVICE_NAME: 'double_price',
        POWERTOOLS_METRICS_NAMESPACE: 'double_price',
      },
      tracing: lambda.Tracing.ACTIVE,
    });
    const doNothingFn = new PythonFunction(this, 'do_nothing_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'do_nothing',
      runtime: lambda.Runtime.PYTHON_3_13,
      timeout: Duration.seconds(6),
      environment: {
        POWERTOOLS_SERVICE_NAME: 'do_nothing',
        POWERTOOLS_METRICS_NAMESPACE: 'do_nothing',
      },
      tracing: lambda.Tracing.ACTIVE,
    });
    const assertFalseFn = new PythonFunction(this, 'assert_false_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'assert_false',
      runtime: lambda.Runtime.PYTHON_3_13,
      description: 'Fails, to show that do_nothing ends all the same.',
      timeout: Duration.seconds(6),
      environment: {
        POWERTOOLS_SERVICE_NAME: 'assert_false',
        POWERTOOLS_METRICS_NAMESPACE: 'assert_false',
      },
      tracing: lambda.Tracing.ACTIVE,
    });
    const sayHelloFn = new PythonFunction(this, 'say_hello_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'say_hello',
      runtime: lambda.Runtime.PYTHON_3_13,
      timeout: Duration.seconds(6),
      environment: {
        POWERTOOLS_SERVICE_NAME: 'say_hello',
        POWERTOOLS_METRICS_NAMESPACE: 'say_hello',
      },
      tracing: lambda.Tracing.ACTIVE,
    });
    const sayGoodbyeFn = new PythonFunction(this, 'say_goodbye_fn', {
      entry: 'lambdas',
      index: 'main.py',
      handler: 'say_goodbye',
      runtime: lambda.Runtime.PYTHON_3_13,
      timeout: Duration.seconds(6),
      environment: {
        POWERTOOLS_SERVICE_NAME: 'say_goodbye',
        POWERTOOLS_METRICS_NAMESPACE: 'say_goodbye',
      },
      tracing: lambda.Tracing.ACTIVE,
    });

    const generateItem = new tasks.LambdaInvoke(this, 'generate_item', {
      lambdaFunction: generateItemFn,
      payloadResponseOnly: true,
      comment: 'Makes an item at random.',
    });
    const addPrice = new tasks.LambdaInvoke(this, 'add_price', {
      lambdaFunction: addPriceFn,
      payloadResponseOnly: true,
      comment: 'Puts a price on an item.',
    });
    const copyItem = new tasks.LambdaInvoke(this, 'copy_item', {
      lambdaFunction: copyItemFn,
      payloadResponseOnly: true,
      comment: 'Makes ten of it.',
    });

    const doublePrice = new tasks.LambdaInvoke(this, 'double_price', {
      lambdaFunction: doublePriceFn,
      payloadResponseOnly: true,
      comment: 'Doubles the price of one item.',
    });
    const doublePriceFailed = new sfn.Pass(this, 'double_price_failed');
    doublePrice.addCatch(doublePriceFailed);
    const mapDoublePrice = new sfn.Map(this, 'map_double_price').itemProcessor(doublePrice);

    const doNothing = new tasks.LambdaInvoke(this, 'do_nothing', {
      lambdaFunction: doNothingFn,
      payloadResponseOnly: true,
    });
    const doNothingFailed = new sfn.Pass(this, 'do_nothing_failed');
    doNothing.addCatch(doNothingFailed);
    const assertFalse = new tasks.LambdaInvoke(this, 'assert_false', {
      lambdaFunction: assertFalseFn,
      payloadResponseOnly: true,
      comment: 'Fails, to show that do_nothing ends all the same.',
    });
    const assertFalseFailed = new sfn.Pass(this, 'assert_false_failed');
    assertFalse.addCatch(assertFalseFailed);
    const parallelizeDoNothingAssertFalse = new sfn.Parallel(this, 'parallelize_do_nothing_assert_false').branch(
      doNothing,
      assertFalse,
    );

    const sayHello = new tasks.LambdaInvoke(this, 'say_hello', {
      lambdaFunction: sayHelloFn,
      payloadResponseOnly: true,
    });
    const sayGoodbye = new tasks.LambdaInvoke(this, 'say_goodbye', {
      lambdaFunction: sayGoodbyeFn,
      payloadResponseOnly: true,
    });
    const parallelizeSayHelloSayGoodbye = new sfn.Parallel(this, 'parallelize_say_hello_say_goodbye').branch(
      sayHello,
      sayGoodbye,
    );

    const definition = generateItem
      .next(addPrice)
      .next(copyItem)
      .next(mapDoublePrice)
      .next(parallelizeDoNothingAssertFalse)
      .next(parallelizeSayHelloSayGoodbye);
    this.stateMachine = new sfn.StateMachine(this, 'hello_orkestra', {
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      comment: 'Generates an item, prices ten copies of it, and greets.',
      tracingEnabled: true,
    });
  }
}
