// /// Parse(order) -&gt; Cart with Retry(3)
// /// Reserve(Parse) -&gt; Stock with Cached(00:05:00), Retry(3), CircuitBreaker(5, 00:00:30)
// /// Price(Reserve) -&gt; Quote with Fallback(Free), Retry(3)
// var parseTask = this.ParseWithPolicies(order, scope, cancellationToken);
// var reserveTask = this.ReserveWithPolicies(parse, scope, cancellationToken);
// priceSkipped = global::Sluice.CompilerServices.Returned.Take(this.PriceWithPolicies(reserve, scope, cancellationToken), out price);
// new("Parse", null, "Cart", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Retry(3)" } },
// new("Reserve", null, "Stock", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Cached(00:05:00)", "Retry(3)", "CircuitBreaker(5, 00:00:30)" } },
// new("Price", null, "Quote", IsAsynchronous: false, IsOffloaded: false) { Policies = new string[] { "Fallback(Free)", "Retry(3)" } },
// _reserveAwaiter.Begin(_pipeline.ReserveWithPolicies(_parse, _scope, CallerToken));
// _priceSkipped = global::Sluice.CompilerServices.Returned.Take(_pipeline.PriceWithPolicies(_reserve, _scope, CallerToken), out _price);

        // Parse with its policies, outermost first: Retry(3).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Sluice.Outcome<global::Shop.Cart>> ParseWithPolicies(global::Shop.Order order, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            global::System.Exception? previousError = null;
            var delay = global::System.TimeSpan.Zero;
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var result = global::Shop.Checkout.Parse(order);
                    global::Sluice.CompilerServices.PolicyFailure.ThrowIfFailed(result);
                    return result;
                }
                catch (global::System.Exception exception) when (attempt < 3 && exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
                {
                    delay = PolicyData.ParseRetries.DelayAfter(attempt, exception, delay);
                    scope.Retrying(0, scope.CallsOf(0), delay, exception);
                    previousError = exception;
                }

                if (delay > global::System.TimeSpan.Zero)
                {
                    await global::Sluice.CompilerServices.RetrySchedule.WaitAsync(delay, scope.TimeProvider, previousError, token).ConfigureAwait(false);
                }
            }
        }

        // Reserve with its policies, outermost first: Cached(00:05:00), Retry(3), CircuitBreaker(5, 00:00:30).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Sluice.Outcome<global::Shop.Stock>> ReserveWithPolicies(global::Shop.Cart cart, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            var entry = await this._reserveCache.EnterAsync(cart, store: null, scope.TimeProvider, token).ConfigureAwait(false);
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
                        var pass = this._reserveCircuit.Enter(scope.TimeProvider);
                        try
                        {
                            global::System.Threading.Tasks.ValueTask<global::Sluice.Outcome<global::Shop.Stock>> task;
                            using (entry.Lead())
                            {
                                task = new global::System.Threading.Tasks.ValueTask<global::Sluice.Outcome<global::Shop.Stock>>(global::Shop.Checkout.ReserveAsync(cart));
                            }

                            result = await task.ConfigureAwait(false);
                            global::Sluice.CompilerServices.PolicyFailure.ThrowIfFailed(result);
                            if (result.Status == global::Sluice.OutcomeStatus.Cancelled)
                            {
                                pass.Abandoned();
                            }
                            else
                            {
                                pass.Succeeded();
                            }

                            break;
                        }
                        catch (global::System.Exception exception) when (exception is global::Sluice.RunCancelledException || token.IsCancellationRequested)
                        {
                            pass.Abandoned();
                            throw;
                        }
                        catch (global::System.Exception exception)
                        {
                            pass.Failed(exception);
                            throw;
                        }
                    }
                    catch (global::System.Exception exception) when (attempt < 3 && exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
                    {
                        delay = PolicyData.ReserveRetries.DelayAfter(attempt, exception, delay);
                        scope.Retrying(1, scope.CallsOf(1), delay, exception);
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

        // Price with its policies, outermost first: Fallback(Free), Retry(3).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private global::Sluice.Optional<global::Shop.Quote> PriceWithPolicies(global::Shop.Stock stock, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            try
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return global::Shop.Checkout.Price(stock);
                    }
                    catch (global::System.Exception exception) when (attempt < 3 && exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
                    {
                        scope.Retrying(2, scope.CallsOf(2), global::System.TimeSpan.Zero, exception);
                    }
                }
            }
            catch (global::System.Exception exception) when (exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
            {
                try
                {
                    return global::Shop.Checkout.Free(stock);
                }
                catch (global::System.Exception thrown)
                {
                    global::Sluice.CompilerServices.RunScope.Attach(thrown, exception);
                    throw;
                }
            }
        }

        /// <summary>The circuit of stage Reserve: whether its calls are let through, and why not.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        public global::Sluice.CircuitBreaker ReserveCircuit => this._reserveCircuit;

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CompilerServices.StageCache<global::Shop.Cart, global::Sluice.Outcome<global::Shop.Stock>> _reserveCache = new("Shop.Checkout.Reserve", new(0, 5, 0), 1024);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CircuitBreaker _reserveCircuit = new("Reserve", 5, new global::System.TimeSpan(0, 0, 30));

        // What the policies of all calls have in common.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private static class PolicyData
        {
            internal static readonly global::Sluice.CompilerServices.RetrySchedule ParseRetries = new(3, global::System.TimeSpan.Zero, global::Sluice.Backoff.Constant, 2, global::System.TimeSpan.MaxValue, global::Sluice.Jitter.None);
            internal static readonly global::Sluice.CompilerServices.RetrySchedule ReserveRetries = new(3, global::System.TimeSpan.Zero, global::Sluice.Backoff.Constant, 2, global::System.TimeSpan.MaxValue, global::Sluice.Jitter.None);
        }
