using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>
/// The attributes of a stage's parameter. Each comes from the parameter itself, or otherwise from the nearest parameter
/// that it overrides.
/// </summary>
/// <param name="From">The <c>[From]</c> attribute, which names its producers, or <see langword="null"/>.</param>
/// <param name="Each">
/// The <c>[Each]</c> attribute, which makes it take one element at a time, or <see langword="null"/>.
/// </param>
/// <param name="Buffer">
/// The <c>[Buffer]</c> attribute, which lets the producer of a stream run ahead, or <see langword="null"/>.
/// </param>
/// <param name="Carried">
/// The <c>[Carried]</c> attribute, which makes it take the value that a loop carries, or <see langword="null"/>.
/// </param>
/// <param name="All">
/// The <c>[All]</c> attribute, which makes it collect the values of stages, or <see langword="null"/>.
/// </param>
internal readonly record struct ParameterAttributes(
    AttributeData? From,
    AttributeData? Each,
    AttributeData? Buffer,
    AttributeData? Carried,
    AttributeData? All
)
{
    /// <summary>Collects the attributes of a parameter.</summary>
    public static ParameterAttributes Of(IParameterSymbol parameter)
    {
        var found = default(ParameterAttributes);
        for (
            var method = parameter.ContainingSymbol as IMethodSymbol;
            method is not null;
            method = method.OverriddenMethod
        )
        {
            foreach (var attribute in method.Parameters[parameter.Ordinal].GetAttributes())
            {
                found = attribute.Name() switch
                {
                    AttributeExtensions.From => found with { From = found.From ?? attribute },
                    AttributeExtensions.Each => found with { Each = found.Each ?? attribute },
                    AttributeExtensions.All => found with { All = found.All ?? attribute },
                    AttributeExtensions.Buffer => found with { Buffer = found.Buffer ?? attribute },
                    AttributeExtensions.Carried => found with { Carried = found.Carried ?? attribute },
                    _ => found,
                };
            }
        }

        return found;
    }
}
