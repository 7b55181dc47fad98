using Sluice.Compiler.Model;

namespace Sluice.Compiler.Policies;

/// <summary>Answers questions about all policies of a stage.</summary>
internal static class PolicyModelExtensions
{
    /// <summary>Whether one of the policies has a need.</summary>
    public static bool Need(this EquatableArray<PolicyModel> policies, PolicyNeeds need) =>
        policies.Any(policy => (policy.Needs & need) != 0);

    /// <summary>Whether the calls use the run's scope: to count attempts, to tell observers, or for the context of a named method.</summary>
    public static bool NeedScope(this EquatableArray<PolicyModel> policies) =>
        policies.Need(PolicyNeeds.Scope) || policies.Methods().Any(method => method.TakesContext);

    /// <summary>Whether the stage may end later than its call returns, even if its method returns at once.</summary>
    public static bool MayWait(this EquatableArray<PolicyModel> policies) =>
        policies.Any(policy => policy.Wait is not null);

    /// <summary>The methods that the policies name, outermost first.</summary>
    public static IEnumerable<PolicyMethodModel> Methods(this EquatableArray<PolicyModel> policies) =>
        policies.SelectMany(policy => policy.Methods);
}
