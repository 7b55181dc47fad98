using System.Globalization;
using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Makes the model of a stage's parameter.</summary>
/// <param name="context">What the parts of Parse share.</param>
internal sealed class ParameterReader(ParseContext context)
{
    public ParameterModel Read(IParameterSymbol parameter, ParameterAttributes attributes)
    {
        var type = NullAttributes.TypeOf(parameter);
        var kind =
            KnownTypes.IsCancellationToken(type) ? ParameterKind.CancellationToken
            : KnownTypes.IsStageContext(type) ? ParameterKind.StageContext
            : KnownTypes.IsRunContext(type) ? ParameterKind.RunContext
            : ParameterKind.Dependency;
        if (kind != ParameterKind.Dependency)
        {
            return new ParameterModel(
                NameOf(parameter),
                kind,
                -1,
                context.Names.Code(type),
                EquatableArray<string>.Empty,
                parameter.IsOptional
            );
        }

        // An element is there as it is in its collection: an outcome or null among the elements is a value like any other.
        // What its default value would stand for is one element, and there is no run for a collection that nothing produces.
        var isEach = attributes.Each is not null;
        var (form, value) = isEach ? new FormedType(ValueForm.Plain, type) : FormedType.Of(type);
        return new ParameterModel(
            NameOf(parameter),
            kind,
            context.Types.Intern(value),
            context.Names.Code(type),
            attributes.From?.Texts().ToEquatableArray() ?? EquatableArray<string>.Empty,
            parameter.IsOptional && !isEach
        )
        {
            Form = form,
            ValueTypeName = context.Names.Code(value),
            IsEach = isEach,
            DefaultValue = isEach ? null : DefaultValue.Of(parameter, context.Names),
            Buffer = attributes.Buffer is { } buffer ? BufferParser.Parse(buffer, type) : null,
        };
    }

    // One that has no name yet has an error of the compiler's own. What it takes is known, and to leave the stage out would be
    // reported at all that need it.
    private static string NameOf(IParameterSymbol parameter) =>
        parameter.Name.Length > 0
            ? parameter.Name
            : "parameter" + parameter.Ordinal.ToString(CultureInfo.InvariantCulture);
}
