using Microsoft.CodeAnalysis;
using Sluice.Compiler.Rules;

namespace Sluice.Analyzers;

/// <summary>
/// The descriptors of the rules on how values flow: those that may be absent, those of which there are many, and streams.
/// </summary>
internal static class FlowDescriptors
{
    public static readonly DiagnosticDescriptor OutputMayBeAbsent = new(
        "SLU0026",
        "Output may be absent",
        RuleMessages.OutputMayBeAbsent,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An output that a condition, an optional value or a handled failure may leave without a value has to say so in its type.",
        helpLinkUri: Descriptors.HelpLink + "SLU0026.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor UnknownCondition = new(
        "SLU0027",
        "A condition names nothing",
        RuleMessages.UnknownCondition,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A condition names a stage, an input of the entry point, or a method beside the stage that returns bool.",
        helpLinkUri: Descriptors.HelpLink + "SLU0027.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor InvalidCondition = new(
        "SLU0028",
        "A condition cannot be decided",
        RuleMessages.InvalidCondition,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A condition compares a bool, an enum, a string or an int with constants of the same type.",
        helpLinkUri: Descriptors.HelpLink + "SLU0028.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor ConditionNeverHolds = new(
        "SLU0029",
        "Stage can never run",
        RuleMessages.ConditionNeverHolds,
        Descriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The conditions of the stage, together with those of the stages that it needs, contradict each other.",
        helpLinkUri: Descriptors.HelpLink + "SLU0029.md"
    );

    public static readonly DiagnosticDescriptor MergeSourceNeverTaken = new(
        "SLU0030",
        "Source of a merge is never taken",
        RuleMessages.MergeSourceNeverTaken,
        Descriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A merge takes the first of its sources that has a value. A source before this one has a value wherever this one has.",
        helpLinkUri: Descriptors.HelpLink + "SLU0030.md"
    );

    public static readonly DiagnosticDescriptor UnhandledRouteValue = new(
        "SLU0031",
        "No stage runs for a value of a route",
        RuleMessages.UnhandledRouteValue,
        Descriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The stages that branch by an enum should cover every one of its members.",
        helpLinkUri: Descriptors.HelpLink + "SLU0031.md"
    );

    public static readonly DiagnosticDescriptor EachWithoutCollection = new(
        "SLU0032",
        "[Each] without a collection",
        RuleMessages.EachWithoutCollection,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "[Each] takes the elements of a collection, and there is only a single value, or a collection of another depth.",
        helpLinkUri: Descriptors.HelpLink + "SLU0032.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor SingleResultOfEach = new(
        "SLU0033",
        "One result of a stage that runs for each element",
        RuleMessages.SingleResultOfEach,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A stage that runs for each element produces as many results as there are elements. Who needs them takes all, or one after the other.",
        helpLinkUri: Descriptors.HelpLink + "SLU0033.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor SharedStream = new(
        "SLU0034",
        "A stream is taken by several",
        RuleMessages.SharedStream,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A stream is read once, while it is produced. Only one parameter or output can take it.",
        helpLinkUri: Descriptors.HelpLink + "SLU0034.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor InvalidEach = new(
        "SLU0035",
        "[Each] or [Buffer] has no meaning here",
        RuleMessages.InvalidEach,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "[Each] stands on one dependency of a stage, and [Buffer] on a dependency that is a stream.",
        helpLinkUri: Descriptors.HelpLink + "SLU0035.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor MixedResultForms = new(
        "SLU0036",
        "The results of a stage are taken in several forms",
        RuleMessages.MixedResultForms,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The results of a stage that runs for each element are one list, either of values, of optionals or of outcomes.",
        helpLinkUri: Descriptors.HelpLink + "SLU0036.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor UnusedInput = new(
        "SLU0045",
        "Nothing takes the input",
        RuleMessages.UnusedInput,
        Descriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An input that no stage, condition or output of the entry point takes is given for nothing, most often because a type is another.",
        helpLinkUri: Descriptors.HelpLink + "SLU0045.md"
    );

    public static readonly DiagnosticDescriptor InvalidSource = new(
        "SLU0047",
        "[Stages] cannot bring stages in from here",
        RuleMessages.InvalidSource,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A source of stages is a field, a property or a parameter of the primary constructor that a run can read and that is never null.",
        helpLinkUri: Descriptors.HelpLink + "SLU0047.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor UntouchedInput = new(
        "SLU0048",
        "Entry point gives back its input",
        RuleMessages.UntouchedInput,
        Descriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An output that is an input as it came in is most often an output whose stage is not marked with [Stage].",
        helpLinkUri: Descriptors.HelpLink + "SLU0048.md"
    );

    public static readonly DiagnosticDescriptor TupleElementsMoved = new(
        "SLU0049",
        "Elements of a tuple have their names at other places",
        RuleMessages.TupleElementsMoved,
        Descriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Binding ignores the names of a tuple's elements, as C# does. The same names in another order are a mistake that the types do not show.",
        helpLinkUri: Descriptors.HelpLink + "SLU0049.md"
    );

    public static readonly DiagnosticDescriptor HiddenCallRequirement = new(
        "SLU0051",
        "Entry point hides what a stage requires of its callers",
        RuleMessages.HiddenCallRequirement,
        Descriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A stage that cannot run in a trimmed or natively compiled program makes its entry point one that cannot, either. The emitted code suppresses the compiler's own warning, so that the entry point has to say it.",
        helpLinkUri: Descriptors.HelpLink + "SLU0051.md"
    );
}
