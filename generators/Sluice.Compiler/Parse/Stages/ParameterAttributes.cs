using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>
/// The attributes that a stage's parameter has: each from the parameter itself, or else from the nearest one that it overrides.
/// </summary>
/// <param name="From">What names its producers.</param>
/// <param name="Each">What makes it take one element after the other.</param>
/// <param name="Buffer">What lets the producer of a stream run ahead.</param>
internal readonly record struct ParameterAttributes(AttributeData? From, AttributeData? Each, AttributeData? Buffer)
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
                    AttributeExtensions.Buffer => found with { Buffer = found.Buffer ?? attribute },
                    _ => found,
                };
            }
        }

        return found;
    }
}
