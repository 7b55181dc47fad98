using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Creates the model of a method whose signature is well formed.</summary>
/// <param name="context">The state that the parsers share.</param>
internal sealed class StageReader(ParseContext context)
{
    private readonly ParameterReader _parameters = new(context);

    /// <summary>Reads everything except the conditions, which depend on the stage's position in the model.</summary>
    /// <param name="source">The index of the source that contributes it.</param>
    /// <param name="sourceSymbol">The symbol of that source.</param>
    /// <param name="name">Its name.</param>
    /// <param name="method">The method.</param>
    /// <param name="attributes">The method's attributes.</param>
    /// <param name="parameterAttributes">The attributes of its parameters.</param>
    public StageModel Read(
        int source,
        ISymbol sourceSymbol,
        string name,
        IMethodSymbol method,
        StageAttributes attributes,
        ParameterAttributes[] parameterAttributes
    )
    {
        context.Names.Use(method);
        var returnType = ReturnType.Of(method);
        var loop = LoopType.Of(returnType.Output);
        var returned = loop?.Result ?? returnType.Output;
        var (form, result) = returned is null ? default : FormedType.OfWrapper(returned);
        var each = Array.FindIndex(parameterAttributes, parameter => parameter.Each is not null);
        // A decision is made once. That it may not run for each element is reported with its [Loop].
        var output = each >= 0 && loop is null && result is not null ? ArrayOf(result) : result;
        return new StageModel(
            source,
            method.Name,
            name,
            name,
            method.IsStatic,
            returnType.Shape,
            output is null ? -1 : context.Types.Intern(output),
            output is null ? "" : context.Names.Code(output),
            attributes.Offload is not null,
            method
                .Parameters.Select(parameter => _parameters.Read(parameter, parameterAttributes[parameter.Ordinal]))
                .ToEquatableArray(),
            attributes.After.SelectMany(attribute => attribute.Texts()).ToEquatableArray(),
            attributes.Stage.NamedTexts("Only").ToEquatableArray()
        )
        {
            TaskMayBeNull = returnType.TaskMayBeNull,
            Form = form,
            Requirements = CallRequirements.Of(method, sourceSymbol),
            Each = each < 0 ? null : Each(each, parameterAttributes[each].Each, result),
        };
    }

    private EachModel Each(int parameter, AttributeData? attribute, ITypeSymbol? result) =>
        new(
            parameter,
            attribute.NamedNumber(EachRules.MaxConcurrency),
            attribute.NamedFlag(EachRules.Flatten),
            result is null ? -1 : context.Types.Intern(result),
            result is null ? "" : context.Names.Code(result)
        );

    private IArrayTypeSymbol ArrayOf(ITypeSymbol result) =>
        context.Compilation.CreateArrayTypeSymbol(result, rank: 1, result.NullableAnnotation);
}
