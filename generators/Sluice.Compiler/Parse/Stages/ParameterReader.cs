using System.Globalization;
using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Creates the model of a stage's parameter.</summary>
/// <param name="context">The state that the parsers share.</param>
internal sealed class ParameterReader(ParseContext context)
{
    public ParameterModel Read(IParameterSymbol parameter, ParameterAttributes attributes)
    {
        var type = NullAttributes.TypeOf(parameter);
        if (SuppliedParameters.KindOf(parameter) is { } supplied)
        {
            return new ParameterModel(
                NameOf(parameter),
                supplied,
                -1,
                context.Names.Code(type),
                EquatableArray<string>.Empty,
                parameter.IsOptional
            );
        }

        // An element is passed as the collection contains it: an outcome or null among the elements is an ordinary
        // value.
        // It has no default value either: that would be one element, and the stage needs a collection. A list that is
        // collected is always there.
        var isEach = attributes.Each is not null;
        var isAll = attributes.All is not null;
        var (form, value) = isEach || isAll ? new FormedType(ValueForm.Plain, type) : FormedType.Of(type);
        return new ParameterModel(
            NameOf(parameter),
            Supplied: null,
            context.Types.Intern(value),
            context.Names.Code(type),
            attributes.From?.Texts().ToEquatableArray() ?? EquatableArray<string>.Empty,
            parameter.IsOptional && !isEach && !isAll
        )
        {
            Form = form,
            ValueTypeName = context.Names.Code(value),
            IsEach = isEach,
            All = isAll ? AllRules.Read(parameter, context) : null,
            DefaultValue = isEach || isAll ? null : DefaultValue.Of(parameter, context.Names),
            Carried = attributes.Carried is { } carried ? new CarriedModel(carried.Text()) : null,
            Buffer = attributes.Buffer is { } buffer ? BufferParser.Parse(buffer, type) : null,
        };
    }

    // The C# compiler reports a parameter without a name. Its type is known, and leaving the stage out would cause
    // findings at everything that needs it.
    private static string NameOf(IParameterSymbol parameter) =>
        parameter.Name.Length > 0
            ? parameter.Name
            : "parameter" + parameter.Ordinal.ToString(CultureInfo.InvariantCulture);
}
