using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads <c>[Compensate]</c>.</summary>
internal static class CompensateParser
{
    /// <summary>The method that undoes the stage, or <see langword="null"/> where none can be used.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="isCached">Whether other runs get what the stage produced, too.</param>
    public static PolicyMethodModel? Parse(PolicyAttribute attribute, bool isCached)
    {
        var role = new PolicyMethodRole(
            [
                PolicyArgumentKind.Output,
                PolicyArgumentKind.Exception,
                PolicyArgumentKind.CancellationToken,
                PolicyArgumentKind.StageContext,
            ],
            "returns nothing, at once or as a task",
            returned =>
                returned.Output is null
                    ? null
                    : $"it returns '{TypeNames.Short(returned.Output)}', which nobody would take: return nothing, at once or as a task"
        )
        {
            Output = attribute.Subject.Result is { } result ? FormedType.OfWrapper(result).Value : null,
        };
        if (attribute.Subject.Stage.Each is not null)
        {
            attribute.RefuseMeaning(
                "the stage runs for each element, and what is undone is a stage as a whole: undo it in a stage that takes all results"
            );
        }

        if (isCached)
        {
            attribute.RefuseMeaning(
                "other runs get the same value from its [Cached], and would undo it again: remove [Compensate], or [Cached]"
            );
        }

        var method = PolicyMethods.Find(attribute, attribute[0]?.Value as string ?? "", role);
        return attribute.IsRefused ? null : method;
    }
}
