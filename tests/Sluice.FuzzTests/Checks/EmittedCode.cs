using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.FuzzTests.Programs;

namespace Sluice.FuzzTests.Checks;

/// <summary>Checks what was emitted for a program against what C# and the rules say of it.</summary>
/// <param name="output">The program with what was emitted.</param>
/// <param name="program">The program before.</param>
/// <param name="reported">What generator and analyzer report.</param>
internal sealed class EmittedCode(Compilation output, FuzzProgram program, ImmutableArray<Diagnostic> reported)
{
    private const string BrokenBody = "has errors and was not compiled.";

    private readonly ImmutableArray<SyntaxTree> _emitted =
    [
        .. output.SyntaxTrees.Skip(program.Surroundings.SyntaxTrees.Length + 1),
    ];

    private ImmutableArray<Diagnostic>? _usersErrors;

    private bool HasRuleErrors => reported.Any(IsError);

    // They cost more than all else, most variants need not know them, and few have them in another file than the varied one.
    private ImmutableArray<Diagnostic> UsersErrors
    {
        get
        {
            if (_usersErrors is null)
            {
                var varied = output.SyntaxTrees.ElementAt(program.Surroundings.SyntaxTrees.Length);
                ImmutableArray<Diagnostic> errors =
                [
                    .. output.GetSemanticModel(varied).GetDiagnostics().Where(IsUsersError),
                ];
                _usersErrors = errors.IsEmpty ? [.. output.GetDiagnostics().Where(IsUsersError)] : errors;
            }

            return _usersErrors.Value;
        }
    }

    /// <summary>Whether an emitted file is that of a pipeline with errors.</summary>
    public static bool IsBroken(string text) => text.Contains(BrokenBody, StringComparison.Ordinal);

    /// <summary>What is wrong with what was emitted.</summary>
    /// <param name="isAsked">Which files are looked at.</param>
    public IEnumerable<Finding> Check(Func<SyntaxTree, bool> isAsked)
    {
        var problems = _emitted
            .Where(isAsked)
            .SelectMany(tree =>
                output.GetSemanticModel(tree).GetDiagnostics().Where(found => found.Location.SourceTree == tree)
            )
            .Where(found => found.Severity >= DiagnosticSeverity.Warning)
            .ToList();
        if (problems.Exists(IsError))
        {
            var kind =
                !UsersErrors.IsEmpty ? FindingKind.RepeatedError
                : HasRuleErrors ? FindingKind.EmittedErrorBesideRule
                : FindingKind.EmittedError;
            yield return Of(kind, problems.First(IsError));
        }
        else if (problems.Count > 0 && !HasRuleErrors && UsersErrors.IsEmpty)
        {
            yield return Of(FindingKind.EmittedWarning, problems[0]);
        }
    }

    /// <summary>Whether a pipeline was emitted as broken, and neither C# nor, in the varied file, a rule says why.</summary>
    public bool IsSilentlyBroken() =>
        !HasRuleErrors
        && HasBrokenBody()
        && UsersErrors.IsEmpty
        && !_emitted.Any(tree => output.GetSemanticModel(tree).GetDiagnostics().Any(IsError));

    private bool HasBrokenBody() => _emitted.Any(tree => IsBroken(tree.ToString()));

    private Finding Of(FindingKind kind, Diagnostic problem)
    {
        var tree = problem.Location.SourceTree!;
        var node = tree.GetRoot().FindNode(problem.Location.SourceSpan);
        var line = tree.GetText().Lines.GetLineFromPosition(problem.Location.SourceSpan.Start).ToString().Trim();
        var others = UsersErrors.Concat(reported.Where(IsError)).Take(5).Select(Text);
        return new Finding(
            kind,
            kind == FindingKind.RepeatedError ? problem.Id : $"{problem.Id} {node.Parent?.Kind()} {node.Kind()}",
            $"{Text(problem)}\n    {line}\nbeside:\n{string.Join('\n', others)}"
        );
    }

    private bool IsUsersError(Diagnostic found) =>
        IsError(found) && !(found.Location.SourceTree is { } tree && _emitted.Contains(tree));

    private static string Text(Diagnostic diagnostic) => diagnostic.ToString();

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
