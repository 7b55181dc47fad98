using Sluice.Compiler.Model;

namespace Sluice.Compiler.Policies;

/// <summary>Combines the properties of all policies of a stage.</summary>
internal static class PolicyModelExtensions
{
    /// <summary>Whether one of the policies has a need.</summary>
    public static bool Need(this EquatableArray<PolicyModel> policies, PolicyNeeds need) =>
        policies.Any(policy => (policy.Needs & need) != 0);

    /// <summary>
    /// Whether the calls use the run's scope: to count attempts, to notify observers, or for the context of a named
    /// method.
    /// </summary>
    public static bool NeedScope(this EquatableArray<PolicyModel> policies) =>
        policies.Need(PolicyNeeds.Scope) || policies.Methods().Any(method => method.TakesContext);

    /// <summary>
    /// Whether the stage may complete after its call has returned, even if its method is synchronous.
    /// </summary>
    public static bool MayWait(this EquatableArray<PolicyModel> policies) =>
        policies.Any(policy => policy.Wait is not null);

    /// <summary>Returns the methods that the policies name, outermost first.</summary>
    public static IEnumerable<PolicyMethodModel> Methods(this EquatableArray<PolicyModel> policies) =>
        policies.SelectMany(policy => policy.Methods);
}
