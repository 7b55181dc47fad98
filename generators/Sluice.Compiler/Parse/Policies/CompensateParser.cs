using Sluice.Compiler.Model;
using Sluice.Compiler.Policies;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads <c>[Compensate]</c>.</summary>
internal static class CompensateParser
{
    /// <summary>
    /// Returns the compensating method, or <see langword="null"/> if it cannot be used, which is reported.
    /// </summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="policies">The policies of the stage.</param>
    public static PolicyMethodModel? Parse(PolicyAttribute attribute, EquatableArray<PolicyModel> policies)
    {
        var role = new PolicyMethodRole(
            [
                PolicyArgumentKind.Output,
                PolicyArgumentKind.Exception,
                PolicyArgumentKind.CancellationToken,
                PolicyArgumentKind.StageContext,
            ],
            "returns nothing, directly or as a task",
            returned =>
                returned.Output is null
                    ? null
                    : $"it returns '{TypeNames.Short(returned.Output)}', which nothing uses: return nothing, directly or as a task"
        )
        {
            Missing = new MissingMethod(
                MissingMethod.Completion,
                TakesInputs: true,
                TakesException: false,
                TakesToken: true
            ),
            Output = attribute.Subject.Result is { } result ? FormedType.OfWrapper(result).Value : null,
        };
        if (attribute.Subject.Stage.Each is not null)
        {
            attribute.RefuseMeaning(
                "the stage runs for each element, but only a stage as a whole can be undone: undo it in a stage that takes all results"
            );
        }

        foreach (var reason in policies.Select(policy => policy.ReasonAgainstCompensation).OfType<string>())
        {
            attribute.RefuseMeaning(reason);
        }

        var method = PolicyMethods.Find(attribute, attribute[0]?.Value as string ?? "", role);
        return attribute.IsRefused ? null : method;
    }
}
