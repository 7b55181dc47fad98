using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.FuzzTests.Variants;

/// <summary>Attributes with unexpected arguments, and in places where they do not belong.</summary>
internal static class AttributeMutations
{
    private static readonly string[] Values =
    [
        "null",
        "default",
        "\"\"",
        "\" \"",
        "\"x\"",
        "\"Run\"",
        "\"a.b.c\"",
        "\"00:00:00\"",
        "\"00:00:01\"",
        "\"-00:00:01\"",
        "\"99999.00:00:00\"",
        "\"1:2:3:4:5\"",
        "\"{\\\"\\n\"",
        "\"\\ud800\"",
        "'a'",
        "0",
        "-1",
        "1",
        "2",
        "int.MaxValue",
        "int.MinValue",
        "long.MaxValue",
        "uint.MaxValue",
        "1.5",
        "double.NaN",
        "double.PositiveInfinity",
        "1e300",
        "1 / 0",
        "true",
        "false",
        "typeof(int)",
        "typeof(string)",
        "typeof(void)",
        "typeof(List<>)",
        "typeof(List<int>)",
        "typeof(int*)",
        "typeof(int[])",
        "typeof(Missing)",
        "typeof(Exception)",
        "typeof(Console)",
        "typeof(T)",
        "typeof(dynamic)",
        "nameof(Missing)",
        "nameof(T)",
        "Missing",
        "Missing.Value",
        "DayOfWeek.Friday",
        "(DayOfWeek)99",
        "[]",
        "[null]",
        "[\"x\"]",
        "[\"x\", null]",
        "[1, 2]",
        "[typeof(Exception)]",
        "[typeof(int), null]",
        "new string[0]",
        "new[] { 1 }",
        "new object[] { 1, \"x\", null }",
        "(object)1",
        "(string)null",
        "default(int)",
        "stackalloc int[1]",
        "() => 1",
        "",
    ];

    private static readonly string[] Settings =
    [
        "Name",
        "Only",
        "MaxConcurrency",
        "Retry",
        "Attempts",
        "Timeout",
        "Total",
        "Delay",
        "Backoff",
        "Factor",
        "MaxDelay",
        "Jitter",
        "On",
        "When",
        "Key",
        "Store",
        "Size",
        "Window",
        "MinimumCalls",
        "QueueLimit",
        "OnFailure",
        "Dispose",
        "AllowNoProgress",
        "Missing",
        "TypeId",
        "Flatten",
        "Member",
        "FullMode",
    ];

    private static readonly string[] OddAttributes =
    [
        "Pipeline",
        "Pipeline(OnFailure = FailureMode.Continue)",
        "EntryPoint",
        "Stage",
        "Stage(Name = \"X\")",
        "Stage(Name = \"\")",
        "Stage(Only = [])",
        "Stages",
        "Stages(typeof(Console))",
        "Stages(typeof(Missing))",
        "Stages(null)",
        "Each",
        "Each(MaxConcurrency = 2)",
        "From(\"x\")",
        "From",
        "From(nameof(Run), null)",
        "After(\"x\")",
        "After",
        "After(null)",
        "When(\"x\")",
        "When(nameof(Run))",
        "When(\"x\", 1)",
        "When(\"x\", null)",
        "When",
        "Unless(\"x\")",
        "Unless(null)",
        "Otherwise(\"x\")",
        "Otherwise",
        "Offload",
        "Retry(3)",
        "Retry(3, When = \"x\")",
        "Retry",
        "Retry(-1)",
        "Timeout(\"00:00:01\")",
        "Timeout(\"x\")",
        "Timeout(null)",
        "CircuitBreaker(5, \"00:00:30\")",
        "CircuitBreaker(0.5, \"00:00:30\")",
        "CircuitBreaker",
        "Concurrency(2)",
        "Concurrency(0)",
        "RateLimit<Missing>",
        "Cached",
        "Cached(\"00:01:00\")",
        "Cached(\"00:01:00\", Key = \"x\")",
        "Cached(\"00:01:00\", Store = \"x\")",
        "Fallback(\"x\")",
        "Fallback(nameof(Run))",
        "Fallback(null)",
        "Compensate(\"x\")",
        "Compensate(nameof(Run))",
        "Compensate(null)",
        "Guard",
        "Guard(Retry = \"x\")",
        "Guard(Retry = nameof(Run))",
        "Intercept<Missing>",
        "Intercept<int>",
        "Intercept<T>",
        "Intercept",
        "Telemetry",
        "Telemetry(\"x\")",
        "Buffer(1)",
        "Buffer(0)",
        "Dispose",
        "return: From(\"x\")",
        "return: Each",
        "return: Stage",
        "param: From(\"x\")",
        "assembly: Pipeline",
        "field: Stages",
        "property: Stages",
        "method: Stage",
        "Obsolete",
        "Obsolete(\"\", true)",
        "System.Diagnostics.CodeAnalysis.Experimental(\"X1\")",
        "System.Diagnostics.Conditional(\"X\")",
        "System.Diagnostics.CodeAnalysis.AllowNull",
        "System.Diagnostics.CodeAnalysis.MaybeNull",
        "System.Diagnostics.CodeAnalysis.NotNull",
        "System.Diagnostics.CodeAnalysis.DoesNotReturn",
        "System.Runtime.InteropServices.UnmanagedCallersOnly",
        "System.Runtime.CompilerServices.ModuleInitializer",
        "System.Runtime.CompilerServices.SkipLocalsInit",
        "System.Runtime.CompilerServices.CallerMemberName",
        "System.Runtime.CompilerServices.OverloadResolutionPriority(1)",
        "System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(\"x\")",
        "System.CLSCompliant(false)",
        "CLSCompliant(true)",
        "ThreadStatic",
        "Flags",
        "Missing",
        "Missing(1)",
        "",
    ];

    /// <summary>All mutations of attributes.</summary>
    public static ImmutableArray<Mutation> All { get; } =
    [
        new(
            "put an odd argument",
            12,
            (dice, parts) =>
                parts.Pick<AttributeArgumentSyntax>(dice) is { } argument
                    ? [new TextChange(argument.Expression.Span, Value(dice, parts))]
                    : null
        ),
        new("add an argument", 6, AddArgument),
        new(
            "remove an argument",
            3,
            (dice, parts) =>
                parts.Pick<AttributeArgumentSyntax>(dice) is { } argument ? [new TextChange(argument.Span, "")] : null
        ),
        new(
            "rename a setting",
            3,
            (dice, parts) =>
                parts.Pick<NameEqualsSyntax>(dice) is { } setting
                    ? [new TextChange(setting.Name.Span, dice.Pick(Settings))]
                    : null
        ),
        new(
            "remove arguments",
            2,
            (dice, parts) =>
                parts.Pick<AttributeArgumentListSyntax>(dice) is { } list ? [new TextChange(list.Span, "")] : null
        ),
        new(
            "remove attributes",
            6,
            (dice, parts) => parts.Pick<AttributeListSyntax>(dice) is { } list ? [new TextChange(list.Span, "")] : null
        ),
        new(
            "double an attribute",
            4,
            (dice, parts) =>
                parts.Pick<AttributeSyntax>(dice) is { } attribute
                    ? [new TextChange(attribute.Span, $"{attribute}, {attribute}")]
                    : null
        ),
        new(
            "put another attribute",
            5,
            (dice, parts) =>
                parts.Pick<AttributeSyntax>(dice) is { } attribute
                    ? [new TextChange(attribute.Span, dice.Pick(OddAttributes))]
                    : null
        ),
        new(
            "add an attribute",
            12,
            (dice, parts) =>
                Start(dice, parts) is { } start
                    ? [new TextChange(new TextSpan(start, 0), $"[{dice.Pick(OddAttributes)}] ")]
                    : null
        ),
        new("move attributes", 6, MoveAttributes),
    ];

    private static string Value(Dice dice, SourceParts parts) =>
        dice.Below(4) switch
        {
            0 => $"nameof({dice.Pick(parts.Names)})",
            1 => parts.Pick<AttributeArgumentSyntax>(dice)!.Expression.ToString(),
            _ => dice.Pick(Values),
        };

    private static TextChange[]? AddArgument(Dice dice, SourceParts parts)
    {
        if (parts.Pick<AttributeSyntax>(dice) is not { } attribute)
        {
            return null;
        }

        var value = dice.Chance(25) ? $"nameof({dice.Pick(parts.Names)})" : dice.Pick(Values);
        var argument = dice.Chance(50) ? $"{dice.Pick(Settings)} = {value}" : value;
        return attribute.ArgumentList is { } list
            ? [new TextChange(new TextSpan(list.CloseParenToken.SpanStart, 0), $", {argument}")]
            : [new TextChange(new TextSpan(attribute.Span.End, 0), $"({argument})")];
    }

    private static TextChange[]? MoveAttributes(Dice dice, SourceParts parts)
    {
        if (parts.Pick<AttributeListSyntax>(dice) is not { } list || Start(dice, parts) is not { } start)
        {
            return null;
        }

        return list.Span.Contains(start) && start != list.SpanStart
            ? null
            : [new TextChange(list.Span, ""), new TextChange(new TextSpan(start, 0), $"{list} ")];
    }

    private static int? Start(Dice dice, SourceParts parts) =>
        dice.Below(6) switch
        {
            0 => parts.Pick<BaseTypeDeclarationSyntax>(dice)?.SpanStart,
            1 or 2 => parts.Pick<ParameterSyntax>(dice)?.SpanStart,
            3 => parts.Pick<TypeParameterSyntax>(dice)?.SpanStart,
            4 => parts.Pick<MethodDeclarationSyntax>(dice)?.SpanStart,
            _ => parts.Pick<MemberDeclarationSyntax>(dice)?.SpanStart,
        };
}
