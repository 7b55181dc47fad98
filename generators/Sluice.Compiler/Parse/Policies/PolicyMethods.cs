using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Finds the methods that policies name, and reports those that are missing or not suitable.</summary>
internal static class PolicyMethods
{
    /// <summary>
    /// Returns the most suitable method of the given name. If there is none, reports it and returns
    /// <see langword="null"/>.
    /// </summary>
    /// <param name="attribute">The policy's attribute.</param>
    /// <param name="name">The name, as written.</param>
    /// <param name="role">The requirements on the method.</param>
    public static PolicyMethodModel? Find(PolicyAttribute attribute, string name, PolicyMethodRole role)
    {
        var subject = attribute.Subject;
        var candidates = Candidates(subject, name);
        var callable = candidates.FindAll(candidate => candidate.IsCallable(subject.Context, subject.Source));
        if (callable.Count == 0)
        {
            Report(
                candidates.Count == 0
                    ? $"which is not a method of '{TypeNames.Short(subject.Source.Type)}'."
                    : "which the pipeline cannot call. Make the method, and the types in its signature, accessible to it."
            );
            return null;
        }

        var fits = callable.ConvertAll(candidate => PolicyMethodFit.Of(subject, candidate.Method, role));
        var best = fits.Where(fit => fit.Reason is null)
            .OrderByDescending(fit => fit.Arguments.Count)
            .ThenBy(fit => fit.Method.Parameters.Length)
            .ToList();
        if (best.Count == 0)
        {
            if (callable.Find(candidate => Unresolved(candidate.Method) is not null).Method is { } method)
            {
                subject.Context.ReportOfCompiler(
                    Rule.InvalidPolicyMember,
                    subject.Node,
                    [subject.Stage.SimpleName, attribute.Name, name, $"which cannot be used: {Unresolved(method)}."],
                    StageParser.SourceNode(subject.Stage.Source)
                );
                return null;
            }

            Report(
                fits.Count == 1
                    ? $"which cannot be used: {fits[0].Reason}."
                    : $"which has no suitable overload. {TypeNames.Overload(fits[0].Method)} cannot be used: {fits[0].Reason}."
            );
            return null;
        }

        if (best.Count > 1 && best[0].IsAsGoodAs(best[1]))
        {
            var overloads = $"{TypeNames.Overload(best[0].Method)} and {TypeNames.Overload(best[1].Method)}";
            Report($"which is ambiguous between {overloads}. Rename the one that you mean.");
            return null;
        }

        if (ReasonAgainstCall(subject, best[0], role) is { } reason)
        {
            Report($"which cannot be used: {reason}.");
            return null;
        }

        return best[0].ToModel(subject.Context.Names);

        void Report(string problem)
        {
            var nearest = candidates.Count == 0 ? subject.Nearest(name, NamesOf(subject)) : [];
            subject.ReportMember(
                attribute.Name,
                name,
                candidates.Count > 0 ? problem
                    : nearest.Count > 0 ? $"{problem} Did you mean {Or(nearest)}?"
                    : $"{problem} Add one that {role.Needs}.",
                nearest,
                role.Missing
            );
        }
    }

    private static string? Unresolved(IMethodSymbol method) => UnresolvedTypes.ReasonAgainst(method, out _);

    private static string? ReasonAgainstCall(PolicySubject subject, PolicyMethodFit fit, PolicyMethodRole role) =>
        CallResolution.ReasonAgainst(
            subject.Context,
            fit.Method,
            fit.Method.IsStatic ? fit.Method.ContainingType : subject.Source.Type,
            fit.Arguments.Select(
                (argument, position) =>
                    argument.Kind switch
                    {
                        PolicyArgumentKind.StageParameter => subject.Method.Parameters[argument.Parameter].Type,
                        PolicyArgumentKind.Output => role.Output!,
                        _ => fit.Method.Parameters[position].Type,
                    }
            )
        );

    /// <summary>Lists names in quotation marks as alternatives: <c>'A', 'B' or 'C'</c>.</summary>
    public static string Or(IReadOnlyList<string> names)
    {
        List<string> quoted = [.. names.Select(name => $"'{name}'")];
        return quoted.Count == 1
            ? quoted[0]
            : $"{string.Join(", ", quoted.Take(quoted.Count - 1))} or {quoted[quoted.Count - 1]}";
    }

    /// <summary>
    /// Returns the methods with exactly that name; if there are none, those whose name differs by the suffix
    /// <c>Async</c>.
    /// </summary>
    private static List<StageCandidate> Candidates(PolicySubject subject, string name)
    {
        foreach (var spelling in StageNames.Spellings(name))
        {
            var candidates = StageCollector.Methods(subject.Source.Type, spelling, CancellationToken.None);
            candidates.RemoveAll(candidate => !candidate.Method.IsWritten());
            if (candidates.Count > 0)
            {
                return candidates;
            }
        }

        return [];
    }

    // The methods that every class inherits from 'object' are not useful suggestions.
    private static IEnumerable<string> NamesOf(PolicySubject subject) =>
        StageCollector
            .Levels(subject.Source.Type)
            .Where(level => level.SpecialType != SpecialType.System_Object)
            .SelectMany(level => level.GetMembers())
            .OfType<IMethodSymbol>()
            .Where(method =>
                method.MethodKind == MethodKind.Ordinary
                && method.CanBeReferencedByName
                && method.IsWritten()
                && !SymbolEqualityComparer.Default.Equals(method, subject.Method)
            )
            .Select(method => method.Name);
}
