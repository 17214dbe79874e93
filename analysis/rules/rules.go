// Package rules holds every rule: one file each, with its page beside it.
package rules

import "github.com/orkls/orkls/analysis"

// All are the rules in the order in which they are listed: by category, then by weight.
var All = []*analysis.Rule{
	uncapturedList,
	uncapturedMap,
	openCatch,
	unreachableCatch,
	callbackNoTimeout,
	catchLosesInput,
	swallowedError,
	unhandledErrorObject,
	deadHandler,
	nestedErrorName,
	uncatchableError,
	capturedMissingPath,
	missingServiceRetry,
	misplacedHandler,
	fanOut,
	cycle,
	duplicateStep,
	multipleStarts,
	unknownTarget,
	jumpOutOfScope,
	unreachableStep,
	emptyGroup,
	singleBranch,
	redundantGroup,
	endlessLoop,
	busyLoop,
	unstableName,
	undeclaredTask,
	duplicateDeclaration,
	unusedTask,
	unresolvedImport,
	importCycle,
	unusedImport,
	missingSource,
	missingHandler,
	powertoolsRequirement,
	powertoolsTimeout,
	deprecatedRuntime,
	invalidTimeout,
	payloadResponseConflict,
	unknownAttribute,
	misplacedAttribute,
	typeMismatch,
	missingAttribute,
	invalidPath,
	invalidJSONata,
	unknownVariable,
	unknownIntrinsic,
	unknownErrorName,
	unknownServiceAction,
	expressUnsupported,
	expressTooLong,
	invalidSchedule,
	constantCondition,
	overlappingCondition,
	nameTooLong,
	definitionTooLarge,
	payloadRisk,
	syntax,
	unusedIgnore, // behind all whose findings a comment can silence
}

// Named returns the rule of that name, nil where there is none.
func Named(name string) *analysis.Rule {
	for _, r := range All {
		if r.Name == name {
			return r
		}
	}
	return nil
}
