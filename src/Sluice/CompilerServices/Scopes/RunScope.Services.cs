namespace Sluice.CompilerServices;

/// <content>The services that stages take from the run.</content>
public partial class RunScope
{
    /// <summary>Gets a service that a stage needs.</summary>
    /// <typeparam name="T">The type of the service.</typeparam>
    /// <param name="stage">The stage's index.</param>
    /// <returns>The service.</returns>
    /// <exception cref="InvalidOperationException">The run has no services, or they do not have this one.</exception>
    public T Service<T>(int stage) =>
        KnownContext?.Services is not { } services
            ? throw new InvalidOperationException(
                $"Stage '{NameOf(stage)}' takes a '{typeof(T)}' from the services of the run, but the run has none. Pass a "
                    + $"{nameof(RunContext)} with {nameof(RunContext.Services)}."
            )
        : services.GetService(typeof(T)) is T service ? service
        : throw new InvalidOperationException(
            $"Stage '{NameOf(stage)}' takes a '{typeof(T)}' from the services of the run, but it is not among them. Register "
                + "the service, or let the stage accept null."
        );

    /// <summary>Gets a service that a stage can do without.</summary>
    /// <typeparam name="T">The type of the service.</typeparam>
    /// <returns>The service, or <see langword="null"/> if the run has no services or they do not have this one.</returns>
    public T? OptionalService<T>() => KnownContext?.Services?.GetService(typeof(T)) is T service ? service : default;
}
