using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.FuzzTests.Variants;

/// <summary>Other types in the place of a type: types of C# that few pipelines use, and types of the file.</summary>
internal static class TypeMutations
{
    private static readonly string[] Types =
    [
        "Missing",
        "Missing<int>",
        "List<Missing>",
        "(int A, Missing B)",
        "Missing?",
        "Missing[]",
        "global::Missing.Type",
        "",
        "var",
        "void",
        "void*",
        "int*",
        "int*[]",
        "delegate*<int, void>",
        "delegate* unmanaged[Cdecl]<int*, void>",
        "List<int*>",
        "Span<int>",
        "ReadOnlySpan<char>",
        "Task<Span<int>>",
        "TypedReference",
        "dynamic",
        "List<dynamic>",
        "object",
        "string?",
        "int?",
        "int??",
        "bool",
        "bool?",
        "DayOfWeek",
        "nint",
        "(int, string)",
        "(int A, string? B)",
        "((int, int), int[])",
        "(int A, int A)",
        "(int, int, int, int, int, int, int, int, int)",
        "ValueTuple",
        "ValueTuple<int>",
        "Dictionary<string, List<Task<int?>>>",
        "List<List<List<(int, string?)>>>",
        "Console",
        "List<Console>",
        "int[]",
        "int[,]",
        "int[][]",
        "string?[]?",
        "List<>",
        "List<int, int>",
        "List",
        "Nullable<>",
        "Nullable<string>",
        "Nullable<int?>",
        "T",
        "T?",
        "T[]",
        "List<T>",
        "Task",
        "Task<>",
        "Task<int>",
        "Task<int>?",
        "Task<Task<int>>",
        "ValueTask",
        "ValueTask?",
        "ValueTask<int>",
        "ValueTask<Task>",
        "ValueTask<(int, string)>",
        "ValueTask<IAsyncEnumerable<int>>",
        "IAsyncEnumerable<int>",
        "IAsyncEnumerable<Task<int>>",
        "IAsyncEnumerator<int>",
        "IEnumerable<int>",
        "IReadOnlyList<string>",
        "Optional<int>",
        "Optional<Optional<int>>",
        "Optional<int>?",
        "Optional<void>",
        "Optional",
        "Outcome<int>",
        "Outcome<Missing>",
        "Outcome<Optional<int>>",
        "Task<Outcome<Optional<string>>>",
        "PipelineResult",
        "PipelineResult<int>",
        "ValueTask<PipelineResult<string>>",
        "PipelineResult<PipelineResult<int>>",
        "CancellationToken",
        "CancellationToken?",
        "Task<CancellationToken>",
        "StageContext",
        "RunContext",
        "RunContext?",
        "IRunObserver",
        "Exception",
        "IDisposable",
        "Enum",
        "Delegate",
        "Action<int>",
        "Func<Task>",
        "Func<int, ref int>",
        "System.Void",
        "ref int",
        "ref readonly int",
        "scoped Span<int>",
        "int",
        "string",
        "decimal",
        "Index",
        "Range",
        "Type",
        "IComparable<T>",
        "Environment.SpecialFolder",
        "List<int>.Enumerator",
        "KeyValuePair<string, int>?",
    ];

    private static readonly string[] Wrappers =
    [
        "Task<{0}>",
        "ValueTask<{0}>",
        "List<{0}>",
        "{0}[]",
        "{0}?",
        "{0}*",
        "Optional<{0}>",
        "Outcome<{0}>",
        "IAsyncEnumerable<{0}>",
        "IReadOnlyList<{0}>",
        "ref {0}",
        "({0}, int)",
        "Missing<{0}>",
    ];

    /// <summary>All mutations of types.</summary>
    public static ImmutableArray<Mutation> All { get; } =
    [
        new(
            "put an odd type",
            14,
            (dice, parts) => PickType(dice, parts) is { } type ? [new TextChange(type.Span, dice.Pick(Types))] : null
        ),
        new(
            "put a type of the file",
            6,
            (dice, parts) =>
                PickType(dice, parts) is { } type
                    ? [new TextChange(type.Span, parts.Pick<TypeSyntax>(dice)!.ToString())]
                    : null
        ),
        new(
            "wrap a type",
            6,
            (dice, parts) =>
                PickType(dice, parts) is { } type
                    ?
                    [
                        new TextChange(
                            type.Span,
                            dice.Pick(Wrappers).Replace("{0}", type.ToString(), StringComparison.Ordinal)
                        ),
                    ]
                    : null
        ),
    ];

    // The name of an attribute is also a type, and the receiver of a call may be one. Other mutations change them.
    private static TypeSyntax? PickType(Dice dice, SourceParts parts)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            if (
                parts.Pick<TypeSyntax>(dice) is
                { Parent: not (AttributeSyntax or ExpressionSyntax and not TypeSyntax or ArgumentSyntax) } type
            )
            {
                return type;
            }
        }

        return null;
    }
}
