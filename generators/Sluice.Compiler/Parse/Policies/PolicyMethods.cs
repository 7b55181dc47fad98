using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Finds the methods that policies name, and what each of their parameters gets.</summary>
internal static class PolicyMethods
{
    /// <summary>The method of the name that serves best, or <see langword="null"/> where none does.</summary>
    /// <param name="subject">The stage.</param>
    /// <param name="name">The name, as written.</param>
    /// <param name="role">What the method is asked for.</param>
    public static PolicyMethodModel? Find(PolicySubject subject, string name, PolicyMethodRole role)
    {
        var fitting = new List<PolicyMethodFit>();
        foreach (var candidate in Candidates(subject, name))
        {
            if (candidate.IsCallable(subject.Context, subject.Source))
            {
                var fit = PolicyMethodFit.Of(subject, candidate.Method, role);
                if (fit.Reason is null)
                {
                    fitting.Add(fit);
                }
            }
        }

        return fitting
            .OrderByDescending(fit => fit.Arguments.Count)
            .ThenBy(fit => fit.Method.Parameters.Length)
            .FirstOrDefault()
            ?.ToModel();
    }

    /// <summary>The methods of exactly that name, or else of the name with <c>Async</c>, or without.</summary>
    private static List<StageCandidate> Candidates(PolicySubject subject, string name)
    {
        foreach (var spelling in StageNames.Spellings(name))
        {
            var candidates = StageCollector.Methods(subject.Source.Type, spelling, CancellationToken.None);
            if (candidates.Count > 0)
            {
                return candidates;
            }
        }

        return [];
    }
}
