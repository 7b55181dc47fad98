using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>Writes the call of a stage's method: direct, with an argument for each parameter.</summary>
internal static class StageCall
{
    /// <summary>The call as the method returns it: a value, a task or nothing.</summary>
    public static string Direct(EntryPointEmission emission, Frame frame, int place)
    {
        var stage = emission.StageAt(place);
        return $"{Receiver(emission.Model, stage, frame)}.{Identifiers.Escape(stage.MethodName)}({Arguments(emission, frame, place)})";
    }

    /// <summary>The call of a method that returns a task, as a <c>ValueTask</c> of either kind.</summary>
    public static string AsValueTask(EntryPointEmission emission, Frame frame, int place)
    {
        var stage = emission.StageAt(place);
        var call = Direct(emission, frame, place);
        return stage.Return == ReturnShape.Task ? $"new {Known.ValueTaskOf(stage.OutputTypeName)}({call})" : call;
    }

    private static string Receiver(PipelineModel model, StageModel stage, Frame frame)
    {
        var source = model.Sources[stage.Source];
        if (stage.IsStatic)
        {
            return source.TypeName;
        }

        return source.Kind switch
        {
            StageSourceKind.Pipeline => frame.Receiver,
            StageSourceKind.PrimaryConstructorParameter =>
                $"{frame.Receiver}.{SourceAccessor.NameOf(model, stage.Source)}",
            _ when source.IsStatic =>
                $"{model.Declaration.Self}.{Identifiers.Escape(source.Member)}{SourceAccessor.NotNull(source)}",
            _ => $"{frame.Receiver}.{Identifiers.Escape(source.Member)}{SourceAccessor.NotNull(source)}",
        };
    }

    private static string Arguments(EntryPointEmission emission, Frame frame, int place)
    {
        var stage = emission.StageAt(place);
        var arguments = new List<string>();
        var isNamed = false;
        for (var position = 0; position < stage.Parameters.Count; position++)
        {
            var parameter = stage.Parameters[position];
            var binding = emission.Plan.Stages[place].Arguments[position];
            if (binding.Kind == BindingKind.DefaultValue)
            {
                isNamed = true;
                continue;
            }

            var argument = Argument(emission, frame, stage, parameter, binding);
            arguments.Add(isNamed ? $"{Identifiers.Escape(parameter.Name)}: {argument}" : argument);
        }

        return string.Join(", ", arguments);
    }

    private static string Argument(
        EntryPointEmission emission,
        Frame frame,
        StageModel stage,
        ParameterModel parameter,
        Binding binding
    ) =>
        binding.Kind switch
        {
            BindingKind.CancellationToken => frame.Token,
            BindingKind.StageContext =>
                $"new global::Sluice.StageContext({frame.RunId}, {SymbolDisplay.FormatLiteral(stage.Name, quote: true)}, {frame.Token})",
            BindingKind.Input => Converted(
                frame.Input(binding.Index),
                emission.EntryPoint.Inputs[binding.Index].Type,
                emission.EntryPoint.Inputs[binding.Index].TypeName,
                parameter
            ),
            _ => Converted(
                frame.Value(binding.Index),
                emission.StageAt(binding.Index).OutputType,
                emission.StageAt(binding.Index).OutputTypeName,
                parameter
            ),
        };

    // A conversion is written out, so that no overload of the stage's method that fits the value better is called in its place.
    // An argument that is dynamic would leave the whole call to the runtime binder.
    private static string Converted(string value, int type, string typeName, ParameterModel parameter)
    {
        var isSame = type == parameter.Type && typeName is not ("dynamic" or "dynamic?");
        var target = parameter.TypeName is "dynamic" or "dynamic?" ? "object" : parameter.TypeName;
        return (isSame ? "" : $"({target})") + Forgiving(value, typeName, parameter);
    }

    // The analyzer has reported where null may reach a parameter that does not accept it. The emitted code does not repeat it.
    private static string Forgiving(string value, string type, ParameterModel parameter) =>
        type == parameter.TypeName ? value : value + "!";
}
