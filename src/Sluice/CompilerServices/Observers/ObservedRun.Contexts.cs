namespace Sluice.CompilerServices;

/// <content>
/// Reports through stage contexts. A stage may keep its context beyond the run. Because reports are made under the lock
/// under which the use of the scope ends, they arrive before the run can end, or not at all.
/// </content>
internal sealed partial class ObservedRun<TObserver>
{
    internal override void Progressed(int use, int stage, int attempt, double fraction, string? message)
    {
        if (!IsObserved)
        {
            ThrowUnlessIn(use);
            return;
        }

        lock (_unread)
        {
            ThrowUnlessIn(use);
            if (AreContextsOver)
            {
                return;
            }

            var now = Timestamp();
            Notify(
                new Details(RunEventKind.StageProgressed, stage)
                {
                    Attempt = attempt,
                    Progress = fraction,
                    Name = message,
                },
                now
            );
        }
    }

    internal override void Published(int use, int stage, int attempt, string name, object? payload)
    {
        if (!IsObserved)
        {
            ThrowUnlessIn(use);
            return;
        }

        lock (_unread)
        {
            ThrowUnlessIn(use);
            if (AreContextsOver)
            {
                return;
            }

            var now = Timestamp();
            Notify(
                new Details(RunEventKind.StagePublished, stage)
                {
                    Attempt = attempt,
                    Name = name,
                    Payload = payload,
                },
                now
            );
        }
    }
}
