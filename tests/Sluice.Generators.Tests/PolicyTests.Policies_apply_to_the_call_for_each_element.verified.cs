// /// Parse(orders) -&gt; Cart[] with Retry(3), Intercept&lt;Log&gt;
// /// Reserve(Parse, rate) -&gt; Stock[] with Cached(00:05:00), Retry(3, 00:00:01), Timeout(00:00:02)
// /// Note(Parse) with Concurrency(2)
// /// Parse(orders) -&gt; Cart[] with Retry(3), Intercept&lt;Log&gt;
// /// Note(Parse) with Concurrency(2)
// new("Parse", null, "Cart[]", IsAsynchronous: false, IsOffloaded: false) { Policies = new string[] { "Retry(3)", "Intercept<Log>" } },
// new("Reserve", null, "Stock[]", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Cached(00:05:00)", "Retry(3, 00:00:01)", "Timeout(00:00:02)" } },
// new("Note", null, null, IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Concurrency(2)" } },
// public global::System.Threading.Tasks.ValueTask<global::Sluice.Outcome<global::Shop.Stock>> RunAsync(global::Shop.Cart item, global::System.Threading.CancellationToken token) => _pipeline.ReserveWithPolicies(item, _argument1, _scope, token);
// public global::System.Threading.Tasks.ValueTask RunAsync(global::Shop.Cart item, global::System.Threading.CancellationToken token) => _pipeline.NoteWithPolicies(item, token);
// public global::Shop.Cart Run(global::Shop.Order item, global::System.Threading.CancellationToken token) => _pipeline.ParseWithPolicies(item, _scope, token);
// public global::System.Threading.Tasks.ValueTask RunAsync(global::Shop.Cart item, global::System.Threading.CancellationToken token) => _pipeline.NoteWithPolicies2(item, token);
// public global::Shop.Cart Run(global::Shop.Order item, global::System.Threading.CancellationToken token) => _pipeline.ParseWithPolicies(item, _scope, token);

        // Reserve with its policies, outermost first: Cached(00:05:00), Retry(3, 00:00:01), Timeout(00:00:02).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Sluice.Outcome<global::Shop.Stock>> ReserveWithPolicies(global::Shop.Cart cart, decimal rate, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            var entry = await this._reserveCache.EnterAsync((cart, rate), store: null, scope.TimeProvider, token).ConfigureAwait(false);
            if (entry.TryGetValue(out var kept))
            {
                return kept;
            }

            global::Sluice.Outcome<global::Shop.Stock> result;
            try
            {
                global::System.Exception? previousError = null;
                var delay = global::System.TimeSpan.Zero;
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        var timeout = global::Sluice.CompilerServices.StageTimeout.Start(scope.TimeProvider, PolicyData.ReserveLimit, token);
                        try
                        {
                            global::System.Threading.Tasks.ValueTask<global::Sluice.Outcome<global::Shop.Stock>> task;
                            using (entry.Lead())
                            {
                                task = new global::System.Threading.Tasks.ValueTask<global::Sluice.Outcome<global::Shop.Stock>>(this.ReserveAsync(cart, rate, scope.Stage(1, attempt, previousError, timeout, timeout.Token), timeout.Token));
                            }

                            result = await task.ConfigureAwait(false);
                            global::Sluice.CompilerServices.PolicyFailure.ThrowIfFailed(result);
                            break;
                        }
                        catch (global::System.Exception exception) when (timeout.HasElapsed && exception is not global::Sluice.RunCancelledException)
                        {
                            throw global::Sluice.CompilerServices.StageTimeout.Exception("Reserve", PolicyData.ReserveLimit, isTotal: false, exception);
                        }
                        finally
                        {
                            timeout.End();
                        }
                    }
                    catch (global::System.Exception exception) when (attempt < 3 && exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
                    {
                        delay = PolicyData.ReserveRetries.DelayAfter(attempt, exception, delay);
                        scope.Retrying(1, attempt, delay, exception);
                        previousError = exception;
                    }

                    if (delay > global::System.TimeSpan.Zero)
                    {
                        await global::Sluice.CompilerServices.RetrySchedule.WaitAsync(delay, scope.TimeProvider, previousError, token).ConfigureAwait(false);
                    }
                }
            }
            catch (global::System.Exception exception) when (exception is global::Sluice.RunCancelledException || token.IsCancellationRequested)
            {
                entry.Abandoned();
                throw;
            }
            catch (global::System.Exception exception)
            {
                entry.Failed(exception);
                throw;
            }

            if (result.Status == global::Sluice.OutcomeStatus.Cancelled)
            {
                entry.Abandoned();
                return result;
            }

            await entry.CompleteAsync(result, token).ConfigureAwait(false);
            return result;
        }

        // Note with its policies, outermost first: Concurrency(2).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder))]
        private async global::System.Threading.Tasks.ValueTask NoteWithPolicies(global::Shop.Cart cart, global::System.Threading.CancellationToken token)
        {
            await this._notePlaces.EnterAsync(token).ConfigureAwait(false);
            try
            {
                global::Shop.Checkout.Note(cart);
            }
            finally
            {
                this._notePlaces.Exit();
            }
        }

        // Parse with its policies, outermost first: Retry(3), Intercept<Log>.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private global::Shop.Cart ParseWithPolicies(global::Shop.Order order, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            global::System.Exception? previousError = null;
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var context = scope.Stage(0, attempt, previousError, null, token);
                    var call = new ParseCall(order);
                    var inLog = new global::Sluice.CompilerServices.SynchronousInterceptedCall<LogCalls, ParseCall, global::Shop.Cart>(new LogCalls(this._logInterceptor), call, context);
                    return inLog.Invoke();
                }
                catch (global::System.Exception exception) when (attempt < 3 && exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
                {
                    scope.Retrying(0, attempt, global::System.TimeSpan.Zero, exception);
                    previousError = exception;
                }
            }
        }

        // The call of Parse that its interceptors wrap.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly struct ParseCall : global::Sluice.ISynchronousStageCall<global::Shop.Cart>
        {
            private readonly global::Shop.Order _order;

            internal ParseCall(global::Shop.Order order)
            {
                _order = order;
            }

            public global::Shop.Cart Invoke() => global::Shop.Checkout.Parse(_order);
        }

        // Note with its policies, outermost first: Concurrency(2).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder))]
        private async global::System.Threading.Tasks.ValueTask NoteWithPolicies2(global::Shop.Cart cart, global::System.Threading.CancellationToken token)
        {
            await this._notePlaces.EnterAsync(token).ConfigureAwait(false);
            try
            {
                global::Shop.Checkout.Note(cart);
            }
            finally
            {
                this._notePlaces.Exit();
            }
        }

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CompilerServices.StageCache<(global::Shop.Cart, decimal), global::Sluice.Outcome<global::Shop.Stock>> _reserveCache = new("Shop.Checkout.Reserve", new(0, 5, 0), 1024);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CompilerServices.ConcurrencyLimiter _notePlaces = new("Note", 2, int.MaxValue);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Shop.Log _logInterceptor = new();

        // What the policies of all calls have in common.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private static class PolicyData
        {
            internal static readonly global::System.TimeSpan ReserveLimit = new(0, 0, 2);
            internal static readonly global::Sluice.CompilerServices.RetrySchedule ReserveRetries = new(3, new global::System.TimeSpan(0, 0, 1), global::Sluice.Backoff.Constant, 2, global::System.TimeSpan.MaxValue, global::Sluice.Jitter.None);
        }
