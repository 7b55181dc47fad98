using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>Writes the call of a stage's method: direct, with an argument for each parameter.</summary>
internal sealed class StageCall(EntryPointEmission emission, Frame frame)
{
    private readonly TakenValues _values = new(emission, frame);

    /// <summary>The call as the method returns it: a value, a task or nothing.</summary>
    public string Direct(int place)
    {
        var stage = emission.StageAt(place);
        return $"{Receiver(stage)}.{Identifiers.Escape(stage.MethodName)}({Arguments(place)})";
    }

    /// <summary>The call of a method that returns a task, as a <c>ValueTask</c> of either kind.</summary>
    public string AsValueTask(int place)
    {
        var stage = emission.StageAt(place);
        var call = Direct(place);
        return stage.Return == ReturnShape.Task ? $"new {Known.ValueTaskOf(emission.ReturnedAt(place))}({call})" : call;
    }

    private string Receiver(StageModel stage)
    {
        var model = emission.Model;
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

    private string Arguments(int place)
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

            var argument = Argument(stage, parameter, binding);
            arguments.Add(isNamed ? $"{Identifiers.Escape(parameter.Name)}: {argument}" : argument);
        }

        return string.Join(", ", arguments);
    }

    private string Argument(StageModel stage, ParameterModel parameter, Binding binding) =>
        binding.Kind switch
        {
            BindingKind.CancellationToken => frame.Token,
            BindingKind.StageContext =>
                $"new global::Sluice.StageContext({frame.RunId}, {SymbolDisplay.FormatLiteral(stage.Name, quote: true)}, {frame.Token})",
            _ => _values.As(binding, parameter.Form, new ValueTarget(parameter.Type, parameter.ValueTypeName)),
        };
}
