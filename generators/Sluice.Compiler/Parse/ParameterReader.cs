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
                parameter.Name,
                kind,
                -1,
                context.Types.Code(type),
                EquatableArray<string>.Empty,
                parameter.IsOptional
            );
        }

        // An element is there as it is in its collection: an outcome or null among the elements is a value like any other.
        var isEach = attributes.Each is not null;
        var (form, value) = isEach ? new FormedType(ValueForm.Plain, type) : FormedType.Of(type);
        return new ParameterModel(
            parameter.Name,
            kind,
            context.Types.Intern(value),
            context.Types.Code(type),
            attributes.From?.Texts().ToEquatableArray() ?? EquatableArray<string>.Empty,
            parameter.IsOptional
        )
        {
            Form = form,
            ValueTypeName = context.Types.Code(value),
            IsEach = isEach,
            DefaultValue = DefaultValue.Of(parameter),
            Buffer = attributes.Buffer is { } buffer ? BufferParser.Parse(buffer, type) : null,
        };
    }
}
