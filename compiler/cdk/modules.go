package cdk

import (
	"maps"
	"slices"
	"strings"
)

// module is a part of the CDK, and how each language imports it: under an alias or, where that is empty,
// name by name.
type module struct {
	pythonPackage, pythonName, pythonAlias string
	typescriptPath, typescriptAlias        string
}

var (
	core = &module{pythonPackage: "aws_cdk", typescriptPath: "aws-cdk-lib"}

	policyModule = namespace("aws_iam", "iam", "iam")

	constructs = &module{pythonPackage: "constructs", typescriptPath: "constructs"}

	events  = namespace("aws_events", "events", "events")
	targets = namespace("aws_events_targets", "targets", "targets")
	lambda  = namespace("aws_lambda", "lambda_", "lambda")
	sfn     = namespace("aws_stepfunctions", "sfn", "sfn")
	tasks   = namespace("aws_stepfunctions_tasks", "tasks", "tasks")

	pythonFunctions = &module{pythonPackage: "aws_cdk.aws_lambda_python_alpha", typescriptPath: "@aws-cdk/aws-lambda-python-alpha"}
	goFunctions     = &module{pythonPackage: "aws_cdk.aws_lambda_go_alpha", typescriptPath: "@aws-cdk/aws-lambda-go-alpha"}
	nodeFunctions   = &module{pythonPackage: "aws_cdk.aws_lambda_nodejs", typescriptPath: "aws-cdk-lib/aws-lambda-nodejs"}
)

// modules are all of them, in the order in which they are imported.
var modules = []*module{core, events, targets, policyModule, lambda, sfn, tasks, nodeFunctions, goFunctions, pythonFunctions, constructs}

// namespace is a module of aws-cdk-lib that is imported whole, under an alias.
func namespace(name, pythonAlias, typescriptAlias string) *module {
	return &module{
		pythonPackage: "aws_cdk", pythonName: name, pythonAlias: pythonAlias,
		typescriptPath: "aws-cdk-lib/" + strings.ReplaceAll(name, "_", "-"), typescriptAlias: typescriptAlias,
	}
}

// imports are the lines that import what p's code uses.
func (p *printer) imports() string {
	var b strings.Builder
	for _, m := range modules {
		if names := p.used[m]; names != nil {
			b.WriteString(p.importLine(m, slices.Sorted(maps.Keys(names))) + "\n")
		}
	}
	return b.String()
}
