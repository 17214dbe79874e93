package asl

// ChoiceRule is one rule of a Choice, or a condition inside one. Exactly one of Condition, And, Or, Not
// and the comparison (Variable, Operator, Operand) is set; Next, Assign and Output are a rule's alone.
type ChoiceRule struct {
	Comment string

	Variable string // a path
	Operator Operator
	Operand  Value // what Variable is compared with, of the type that Operator wants

	And, Or   []ChoiceRule
	Not       *ChoiceRule
	Condition string // JSONata

	Assign Value
	Output Value // JSONata
	Next   string
}

// Value is the rule as JSON.
func (r ChoiceRule) Value() Value {
	fields := []Field{
		{"Comment", text(r.Comment)},
		{"Condition", text(r.Condition)},
		{"And", list(r.And, ChoiceRule.Value)},
		{"Or", list(r.Or, ChoiceRule.Value)},
	}
	if r.Not != nil {
		fields = append(fields, Field{"Not", r.Not.Value()})
	}
	if r.Operator != "" {
		fields = append(fields, Field{"Variable", String(r.Variable)}, Field{string(r.Operator), r.Operand})
	}
	return Object(append(fields, Field{"Assign", r.Assign}, Field{"Output", r.Output}, Field{"Next", text(r.Next)})...)
}

// Operator is a comparison operator of a JSONPath choice rule.
type Operator string

// The 39 operators of the States Language. Those that end in Path compare with what another path holds.
const (
	StringEquals                Operator = "StringEquals"
	StringEqualsPath            Operator = "StringEqualsPath"
	StringLessThan              Operator = "StringLessThan"
	StringLessThanPath          Operator = "StringLessThanPath"
	StringGreaterThan           Operator = "StringGreaterThan"
	StringGreaterThanPath       Operator = "StringGreaterThanPath"
	StringLessThanEquals        Operator = "StringLessThanEquals"
	StringLessThanEqualsPath    Operator = "StringLessThanEqualsPath"
	StringGreaterThanEquals     Operator = "StringGreaterThanEquals"
	StringGreaterThanEqualsPath Operator = "StringGreaterThanEqualsPath"
	StringMatches               Operator = "StringMatches"

	NumericEquals                Operator = "NumericEquals"
	NumericEqualsPath            Operator = "NumericEqualsPath"
	NumericLessThan              Operator = "NumericLessThan"
	NumericLessThanPath          Operator = "NumericLessThanPath"
	NumericGreaterThan           Operator = "NumericGreaterThan"
	NumericGreaterThanPath       Operator = "NumericGreaterThanPath"
	NumericLessThanEquals        Operator = "NumericLessThanEquals"
	NumericLessThanEqualsPath    Operator = "NumericLessThanEqualsPath"
	NumericGreaterThanEquals     Operator = "NumericGreaterThanEquals"
	NumericGreaterThanEqualsPath Operator = "NumericGreaterThanEqualsPath"

	BooleanEquals     Operator = "BooleanEquals"
	BooleanEqualsPath Operator = "BooleanEqualsPath"

	TimestampEquals                Operator = "TimestampEquals"
	TimestampEqualsPath            Operator = "TimestampEqualsPath"
	TimestampLessThan              Operator = "TimestampLessThan"
	TimestampLessThanPath          Operator = "TimestampLessThanPath"
	TimestampGreaterThan           Operator = "TimestampGreaterThan"
	TimestampGreaterThanPath       Operator = "TimestampGreaterThanPath"
	TimestampLessThanEquals        Operator = "TimestampLessThanEquals"
	TimestampLessThanEqualsPath    Operator = "TimestampLessThanEqualsPath"
	TimestampGreaterThanEquals     Operator = "TimestampGreaterThanEquals"
	TimestampGreaterThanEqualsPath Operator = "TimestampGreaterThanEqualsPath"

	IsNull      Operator = "IsNull"
	IsPresent   Operator = "IsPresent"
	IsNumeric   Operator = "IsNumeric"
	IsString    Operator = "IsString"
	IsBoolean   Operator = "IsBoolean"
	IsTimestamp Operator = "IsTimestamp"
)
