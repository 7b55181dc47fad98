namespace Sluice;

/// <summary>Takes the argument of a stage's parameter from the services of the run.</summary>
/// <remarks>
/// The services are those of <see cref="RunContext.Services"/>, so that the entry point must have a
/// <see cref="RunContext"/> parameter. The run asks for the service when it calls the stage: once for each attempt and,
/// if the stage runs for each element, once for each element. A missing service is a failure of the stage. If the
/// parameter's type is nullable, or the parameter is optional, the stage gets <see langword="null"/> instead.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;
