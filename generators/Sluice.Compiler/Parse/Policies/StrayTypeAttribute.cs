using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>An attribute that does nothing on the type on which it stands, of which nobody would notice it.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Name">Its name, as it is written.</param>
/// <param name="Reason">Why it does nothing, and what to do.</param>
internal sealed record StrayTypeAttribute(AttributeData Attribute, string Name, string Reason)
{
    /// <summary>Those of a type that is no pipeline: spans and metrics are of runs, and interceptors are of stages.</summary>
    public static IEnumerable<StrayTypeAttribute> Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass.IsNamed("Sluice", AttributeExtensions.Telemetry))
            {
                yield return new StrayTypeAttribute(
                    attribute,
                    AttributeExtensions.WithoutSuffix(AttributeExtensions.Telemetry),
                    "the type is no pipeline. Mark it with [Pipeline], or remove the attribute."
                );
            }
            else if (
                attribute.PolicyName() == AttributeExtensions.Intercept
                // A class that derives from it may have the stages.
                && (type.IsSealed || type.IsStatic)
                && StageCollector.Stages(type, cancellationToken).Count == 0
            )
            {
                yield return new StrayTypeAttribute(
                    attribute,
                    AttributeExtensions.WithoutSuffix(AttributeExtensions.Intercept),
                    "the type has no stage. Mark its methods with [Stage], or remove the attribute."
                );
            }
        }
    }
}
