using Microsoft.CodeAnalysis;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Parse;
using Sluice.Compiler.Plan;
using Sluice.Compiler.Rules;

namespace Sluice.Generators;

/// <summary>
/// Runs the steps of the compiler on one pipeline. The C# compiler drops all output of a generator that throws. Therefore, an exception
/// in a step becomes an error of that pipeline, which then passes through the other steps like any broken pipeline.
/// </summary>
/// <param name="steps">The steps to run.</param>
internal sealed class IsolatedCompiler(CompilerSteps steps)
{
    public PipelineModel Parse(INamedTypeSymbol pipeline, Compilation compilation, CancellationToken cancellationToken)
    {
        try
        {
            return steps.Parse(pipeline, compilation, cancellationToken);
        }
        catch (Exception exception) when (CompilerFault.Is(exception, cancellationToken))
        {
            var fault = CompilerFault.Of(TypeNames.Full(pipeline), nameof(Parse), exception);
            try
            {
                return steps.ParseRejected(pipeline, compilation, fault, cancellationToken);
            }
            catch (Exception further) when (CompilerFault.Is(further, cancellationToken))
            {
                return RejectedPipelineParser.Unreadable(pipeline, fault);
            }
        }
    }

    public BoundPipeline Bind(PipelineModel model, CancellationToken cancellationToken)
    {
        try
        {
            return steps.Bind(model, cancellationToken);
        }
        catch (Exception exception) when (CompilerFault.Is(exception, cancellationToken))
        {
            return new BoundPipeline(model, default, Fault(model, nameof(Bind), exception));
        }
    }

    public PlannedPipeline Plan(BoundPipeline bound, CancellationToken cancellationToken)
    {
        try
        {
            return steps.Plan(bound, cancellationToken);
        }
        catch (Exception exception) when (CompilerFault.Is(exception, cancellationToken))
        {
            return new PlannedPipeline(bound.Model, default, Fault(bound.Model, nameof(Plan), exception));
        }
    }

    public EmittedSource Emit(PlannedPipeline planned, CancellationToken cancellationToken)
    {
        try
        {
            return Source(planned, steps.Emit(planned, cancellationToken));
        }
        catch (Exception exception) when (CompilerFault.Is(exception, cancellationToken))
        {
            var broken = new PlannedPipeline(planned.Model, default, Fault(planned.Model, nameof(Emit), exception));
            try
            {
                return Source(broken, steps.Emit(broken, cancellationToken));
            }
            catch (Exception further) when (CompilerFault.Is(further, cancellationToken))
            {
                return Source(broken, null);
            }
        }
    }

    private static EquatableArray<Finding> Fault(PipelineModel model, string step, Exception exception) =>
        new[] { CompilerFault.Of(model.Name, step, exception) }.ToEquatableArray();

    private static EmittedSource Source(PlannedPipeline planned, string? text) =>
        new(planned.Model.Declaration.HintName, text, planned.Model.Name, planned.Errors);
}
