using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.FuzzTests.Programs;

namespace Sluice.FuzzTests.Checks;

/// <summary>Checks the code that was emitted for a program against the diagnostics of C# and of the rules.</summary>
/// <param name="output">The program with the emitted code.</param>
/// <param name="program">The program without the emitted code.</param>
/// <param name="reported">The diagnostics of the generator and the analyzer.</param>
internal sealed class EmittedCode(Compilation output, FuzzProgram program, ImmutableArray<Diagnostic> reported)
{
    private const string BrokenBody = "has errors and was not compiled.";

    private readonly ImmutableArray<SyntaxTree> _emitted =
    [
        .. output.SyntaxTrees.Skip(program.Surroundings.SyntaxTrees.Length + 1),
    ];

    private ImmutableArray<Diagnostic>? _usersErrors;

    private bool HasRuleErrors => reported.Any(IsError);

    // Computed only if needed, because these diagnostics cost more than all other checks. Most errors are in the varied file, so the
    // other files are checked only if it has none.
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

    /// <summary>Whether an emitted file belongs to a pipeline with errors.</summary>
    public static bool IsBroken(string text) => text.Contains(BrokenBody, StringComparison.Ordinal);

    /// <summary>Looks for errors and warnings in the emitted code.</summary>
    /// <param name="isAsked">Selects the files to check.</param>
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

    /// <summary>
    /// Whether a pipeline was emitted as broken although C# reports no error, and the rules report none in the varied file.
    /// </summary>
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
