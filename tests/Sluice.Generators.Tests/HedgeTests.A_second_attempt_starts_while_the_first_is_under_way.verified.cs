// /// Parse(order) -&gt; Cart with Hedge(00:00:00.2)
// /// Reserve(Parse) -&gt; Stock with Retry(2), Hedge(00:00:01)
// /// Price(Parse) -&gt; Quote with Cached(00:05:00), Timeout(Total = 00:00:05), Hedge(00:00:01), CircuitBreaker(3, 00:00:30), Timeout(00:00:02)
// /// Tell(order) with Hedge(00:00:01)
// new("Parse", null, "Cart", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Hedge(00:00:00.2)" } },
// new("Reserve", null, "Stock", IsAsynchronous: true, IsOffloaded: true) { Policies = new string[] { "Retry(2)", "Hedge(00:00:01)" } },
// new("Price", null, "Quote", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Cached(00:05:00)", "Timeout(Total = 00:00:05)", "Hedge(00:00:01)", "CircuitBreaker(3, 00:00:30)", "Timeout(00:00:02)" } },
// new("Tell", null, null, IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Hedge(00:00:01)" } },
// return _parse.Start(_pipeline.ParseWithPolicies(_order, _scope, RunToken)) || _parse.Wait(_parseEnded ??= ParseEnded);
// return _price.Start(_pipeline.PriceWithPolicies(_parse.Value, _scope, RunToken)) || _price.Wait(_priceEnded ??= PriceEnded);
// return _tellAwaiter.Start(_pipeline.TellWithPolicies(_order, _scope, RunToken)) || _tellAwaiter.Wait(_tellEnded ??= TellEnded);
// return _reserve.Start(_pipeline.ReserveWithPolicies(_parse.Value, _scope, RunToken)) || _reserve.Wait(_reserveEnded ??= ReserveEnded);

        // Parse with its policies, outermost first: Hedge(00:00:00.2).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Cart> ParseWithPolicies(global::Shop.Order order, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            var attempts = global::Sluice.CompilerServices.HedgedAttempts<global::Shop.Cart>.Start(scope.TimeProvider, PolicyData.ParseHedgeAfter, token);
            try
            {
                if (await attempts.FirstAsync(this.ParseAttempt(order, scope, token, scope.CallsOf(0), attempts.FirstToken)).ConfigureAwait(false))
                {
                    attempts.Second(this.ParseAttempt(order, scope, token, scope.CallAgain(0), attempts.SecondToken));
                }

                return await attempts.CompleteAsync().ConfigureAwait(false);
            }
            finally
            {
                attempts.End();
            }
        }

        // One of the attempts of Parse.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Cart> ParseAttempt(global::Shop.Order order, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token, int number, global::System.Threading.CancellationToken attemptToken)
        {
            return await global::Sluice.CompilerServices.Returned.NotNull(global::Shop.Checkout.ParseAsync(order, attemptToken), "Parse").ConfigureAwait(false);
        }

        // Reserve with its policies, outermost first: Retry(2), Hedge(00:00:01).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Stock> ReserveWithPolicies(global::Shop.Cart cart, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            global::System.Exception? previousError = null;
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var attempts = global::Sluice.CompilerServices.HedgedAttempts<global::Shop.Stock>.Start(scope.TimeProvider, PolicyData.ReserveHedgeAfter, token);
                    try
                    {
                        if (await attempts.FirstAsync(this.ReserveAttempt(cart, scope, token, previousError, scope.CallsOf(1), attempts.FirstToken)).ConfigureAwait(false))
                        {
                            attempts.Second(this.ReserveAttempt(cart, scope, token, previousError, scope.CallAgain(1), attempts.SecondToken));
                        }

                        return await attempts.CompleteAsync().ConfigureAwait(false);
                    }
                    finally
                    {
                        attempts.End();
                    }
                }
                catch (global::System.Exception exception) when (attempt < 2 && exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
                {
                    scope.Retrying(1, scope.CallsOf(1), global::System.TimeSpan.Zero, exception);
                    previousError = exception;
                }
            }
        }

        // One of the attempts of Reserve.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Stock> ReserveAttempt(global::Shop.Cart cart, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token, global::System.Exception? previousError, int number, global::System.Threading.CancellationToken attemptToken)
        {
            // Both attempts take a thread of the pool for themselves.
            await global::System.Threading.Tasks.Task.CompletedTask.ConfigureAwait(global::System.Threading.Tasks.ConfigureAwaitOptions.ForceYielding);
            return this.Reserve(cart, scope.Stage(1, number, previousError, null, attemptToken));
        }

        // Price with its policies, outermost first: Cached(00:05:00), Timeout(Total = 00:00:05), Hedge(00:00:01), CircuitBreaker(3, 00:00:30), Timeout(00:00:02).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Quote> PriceWithPolicies(global::Shop.Cart cart, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            var entry = await this._priceCache.EnterAsync(cart, store: null, scope.TimeProvider, token).ConfigureAwait(false);
            if (entry.TryGetValue(out var kept))
            {
                return kept;
            }

            global::Shop.Quote result;
            try
            {
                var total = global::Sluice.CompilerServices.StageTimeout.Start(scope.TimeProvider, PolicyData.PriceTotalLimit, token);
                try
                {
                    var attempts = global::Sluice.CompilerServices.HedgedAttempts<global::Shop.Quote>.Start(scope.TimeProvider, PolicyData.PriceHedgeAfter, total.Token);
                    try
                    {
                        global::System.Threading.Tasks.ValueTask<global::Shop.Quote> first;
                        using (entry.Lead())
                        {
                            first = this.PriceAttempt(cart, scope, token, total, scope.CallsOf(2), attempts.FirstToken);
                        }

                        if (await attempts.FirstAsync(first).ConfigureAwait(false))
                        {
                            using (entry.Lead())
                            {
                                attempts.Second(this.PriceAttempt(cart, scope, token, total, scope.CallAgain(2), attempts.SecondToken));
                            }
                        }

                        result = await attempts.CompleteAsync().ConfigureAwait(false);
                    }
                    finally
                    {
                        attempts.End();
                    }
                }
                catch (global::System.Exception exception) when (total.HasElapsed && exception is not global::Sluice.RunCancelledException)
                {
                    throw global::Sluice.CompilerServices.StageTimeout.Exception("Price", PolicyData.PriceTotalLimit, isTotal: true, exception);
                }
                finally
                {
                    total.End();
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

            await entry.CompleteAsync(result, token).ConfigureAwait(false);
            return result;
        }

        // One of the attempts of Price.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Quote> PriceAttempt(global::Shop.Cart cart, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token, global::Sluice.CompilerServices.StageTimeout total, int number, global::System.Threading.CancellationToken attemptToken)
        {
            var pass = this._priceCircuit.Enter(scope.TimeProvider);
            try
            {
                var timeout = global::Sluice.CompilerServices.StageTimeout.Start(scope.TimeProvider, PolicyData.PriceLimit, attemptToken, total);
                try
                {
                    var result2 = await global::Shop.Checkout.PriceAsync(cart, timeout.Token).ConfigureAwait(false);
                    pass.Succeeded();
                    return result2;
                }
                catch (global::System.Exception exception) when (timeout.HasElapsed && exception is not global::Sluice.RunCancelledException)
                {
                    throw global::Sluice.CompilerServices.StageTimeout.Exception("Price", PolicyData.PriceLimit, isTotal: false, exception);
                }
                finally
                {
                    timeout.End();
                }
            }
            catch (global::System.Exception exception) when (exception is global::Sluice.RunCancelledException || token.IsCancellationRequested || (attemptToken.IsCancellationRequested && !total.Token.IsCancellationRequested))
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

        // Tell with its policies, outermost first: Hedge(00:00:01).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder))]
        private async global::System.Threading.Tasks.ValueTask TellWithPolicies(global::Shop.Order order, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            var attempts = global::Sluice.CompilerServices.HedgedAttempts<global::System.ValueTuple>.Start(scope.TimeProvider, PolicyData.TellHedgeAfter, token);
            try
            {
                if (await attempts.FirstAsync(this.TellAttempt(order, scope, token, scope.CallsOf(3), attempts.FirstToken)).ConfigureAwait(false))
                {
                    attempts.Second(this.TellAttempt(order, scope, token, scope.CallAgain(3), attempts.SecondToken));
                }

                await attempts.CompleteAsync().ConfigureAwait(false);
            }
            finally
            {
                attempts.End();
            }
        }

        // One of the attempts of Tell.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::System.ValueTuple> TellAttempt(global::Shop.Order order, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token, int number, global::System.Threading.CancellationToken attemptToken)
        {
            await global::Sluice.CompilerServices.Returned.NotNull(global::Shop.Checkout.TellAsync(order, attemptToken), "Tell").ConfigureAwait(false);
            return default;
        }

        /// <summary>The circuit of stage Price: whether its calls are let through, and why not.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        public global::Sluice.CircuitBreaker PriceCircuit => this._priceCircuit;

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CompilerServices.StageCache<global::Shop.Cart, global::Shop.Quote> _priceCache = new("Shop.Checkout.Price", new(0, 5, 0), 1024);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CircuitBreaker _priceCircuit = new("Price", 3, new global::System.TimeSpan(0, 0, 30));

        // What the policies of all calls have in common.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private static class PolicyData
        {
            internal static readonly global::System.TimeSpan ParseHedgeAfter = new(2000000L);
            internal static readonly global::System.TimeSpan ReserveHedgeAfter = new(0, 0, 1);
            internal static readonly global::System.TimeSpan PriceTotalLimit = new(0, 0, 5);
            internal static readonly global::System.TimeSpan PriceHedgeAfter = new(0, 0, 1);
            internal static readonly global::System.TimeSpan PriceLimit = new(0, 0, 2);
            internal static readonly global::System.TimeSpan TellHedgeAfter = new(0, 0, 1);
        }
