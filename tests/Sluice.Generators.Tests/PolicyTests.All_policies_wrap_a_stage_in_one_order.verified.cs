// /// Reserve(order) -&gt; Stock with Fallback(Nothing), Cached(00:05:00), Timeout(Total = 00:00:10), Retry(3, 00:00:01), CircuitBreaker(5, 00:00:30), Concurrency(8), Timeout(00:00:02), Intercept&lt;Log&gt;
// /// Price(Reserve) -&gt; Quote with Fallback(Free), Timeout(Total = 00:00:10), Retry(3), CircuitBreaker(5, 00:00:30), Timeout(00:00:02), Intercept&lt;Log&gt;
// var reserveTask = this.ReserveWithPolicies(order, scope, cancellationToken);
// price = this.PriceWithPolicies(reserve, scope, cancellationToken);
// new("Reserve", null, "Stock", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Fallback(Nothing)", "Cached(00:05:00)", "Timeout(Total = 00:00:10)", "Retry(3, 00:00:01)", "CircuitBreaker(5, 00:00:30)", "Concurrency(8)", "Timeout(00:00:02)", "Intercept<Log>" } },
// new("Price", null, "Quote", IsAsynchronous: false, IsOffloaded: false) { Policies = new string[] { "Fallback(Free)", "Timeout(Total = 00:00:10)", "Retry(3)", "CircuitBreaker(5, 00:00:30)", "Timeout(00:00:02)", "Intercept<Log>" } },
// _price = _pipeline.PriceWithPolicies(_reserve.Value, _scope, CallerToken);

        // Reserve with its policies, outermost first: Fallback(Nothing), Cached(00:05:00), Timeout(Total = 00:00:10), Retry(3, 00:00:01), CircuitBreaker(5, 00:00:30), Concurrency(8), Timeout(00:00:02), Intercept<Log>.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Stock> ReserveWithPolicies(global::Shop.Order order, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            try
            {
                var entry = await this._reserveCache.EnterAsync(order, store: null, scope.TimeProvider, token).ConfigureAwait(false);
                if (entry.TryGetValue(out var kept))
                {
                    return kept;
                }

                global::Shop.Stock result;
                try
                {
                    var total = global::Sluice.CompilerServices.StageTimeout.Start(scope.TimeProvider, PolicyData.ReserveTotalLimit, token);
                    try
                    {
                        global::System.Exception? previousError = null;
                        var delay = global::System.TimeSpan.Zero;
                        for (var attempt = 1; ; attempt++)
                        {
                            try
                            {
                                var pass = this._reserveCircuit.Enter(scope.TimeProvider);
                                var isCalled = false;
                                try
                                {
                                    await this._reservePlaces.EnterAsync(total.Token).ConfigureAwait(false);
                                    try
                                    {
                                        var timeout = global::Sluice.CompilerServices.StageTimeout.Start(scope.TimeProvider, PolicyData.ReserveLimit, total.Token, total);
                                        try
                                        {
                                            isCalled = true;
                                            var context = scope.Stage(0, scope.CallsOf(0), previousError, timeout, timeout.Token);
                                            var call = new ReserveCall(this, order, timeout.Token);
                                            var inLog = new global::Sluice.CompilerServices.InterceptedCall<LogCalls, ReserveCall, global::Shop.Stock>(new LogCalls(this._logInterceptor), call, context);
                                            global::System.Threading.Tasks.ValueTask<global::Shop.Stock> task;
                                            using (entry.Lead())
                                            {
                                                task = inLog.InvokeAsync();
                                            }

                                            result = await task.ConfigureAwait(false);
                                            pass.Succeeded();
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
                                    finally
                                    {
                                        this._reservePlaces.Exit();
                                    }
                                }
                                catch (global::System.Exception exception) when (!isCalled || exception is global::Sluice.RunCancelledException || token.IsCancellationRequested)
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
                            catch (global::System.Exception exception) when (attempt < 3 && exception is not global::Sluice.RunCancelledException && !total.Token.IsCancellationRequested)
                            {
                                delay = PolicyData.ReserveRetries.DelayAfter(attempt, exception, delay);
                                scope.Retrying(0, scope.CallsOf(0), delay, exception);
                                previousError = exception;
                            }

                            if (delay > global::System.TimeSpan.Zero)
                            {
                                await global::Sluice.CompilerServices.RetrySchedule.WaitAsync(delay, scope.TimeProvider, previousError, total.Token).ConfigureAwait(false);
                            }
                        }
                    }
                    catch (global::System.Exception exception) when (total.HasElapsed && exception is not global::Sluice.RunCancelledException)
                    {
                        throw global::Sluice.CompilerServices.StageTimeout.Exception("Reserve", PolicyData.ReserveTotalLimit, isTotal: true, exception);
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
            catch (global::System.Exception exception) when (exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
            {
                try
                {
                    return this.Nothing(order);
                }
                catch (global::System.Exception thrown)
                {
                    global::Sluice.CompilerServices.RunScope.Attach(thrown, exception);
                    throw;
                }
            }
        }

        // The call of Reserve that its interceptors wrap.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly struct ReserveCall : global::Sluice.IStageCall<global::Shop.Stock>
        {
            private readonly global::Shop.Checkout _pipeline;
            private readonly global::Shop.Order _order;
            private readonly global::System.Threading.CancellationToken _token;

            internal ReserveCall(global::Shop.Checkout pipeline, global::Shop.Order order, global::System.Threading.CancellationToken token)
            {
                _pipeline = pipeline;
                _order = order;
                _token = token;
            }

            public global::System.Threading.Tasks.ValueTask<global::Shop.Stock> InvokeAsync() => new global::System.Threading.Tasks.ValueTask<global::Shop.Stock>(_pipeline.ReserveAsync(_order, _token));
        }

        // Price with its policies, outermost first: Fallback(Free), Timeout(Total = 00:00:10), Retry(3), CircuitBreaker(5, 00:00:30), Timeout(00:00:02), Intercept<Log>.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private global::Shop.Quote PriceWithPolicies(global::Shop.Stock stock, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            try
            {
                var total = global::Sluice.CompilerServices.StageTimeout.Start(scope.TimeProvider, PolicyData.PriceTotalLimit, token);
                try
                {
                    global::System.Exception? previousError = null;
                    for (var attempt = 1; ; attempt++)
                    {
                        try
                        {
                            var pass = this._priceCircuit.Enter(scope.TimeProvider);
                            try
                            {
                                var timeout = global::Sluice.CompilerServices.StageTimeout.Start(scope.TimeProvider, PolicyData.PriceLimit, total.Token, total);
                                try
                                {
                                    var context = scope.Stage(1, scope.CallsOf(1), previousError, timeout, timeout.Token);
                                    var call = new PriceCall(this, stock, timeout.Token);
                                    var inLog = new global::Sluice.CompilerServices.SynchronousInterceptedCall<LogCalls2, PriceCall, global::Shop.Quote>(new LogCalls2(this._logInterceptor), call, context);
                                    var result = inLog.Invoke();
                                    pass.Succeeded();
                                    return result;
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
                        catch (global::System.Exception exception) when (attempt < 3 && exception is not global::Sluice.RunCancelledException && !total.Token.IsCancellationRequested)
                        {
                            scope.Retrying(1, scope.CallsOf(1), global::System.TimeSpan.Zero, exception);
                            previousError = exception;
                        }
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
            catch (global::System.Exception exception) when (exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
            {
                try
                {
                    return this.Free(stock);
                }
                catch (global::System.Exception thrown)
                {
                    global::Sluice.CompilerServices.RunScope.Attach(thrown, exception);
                    throw;
                }
            }
        }

        // The call of Price that its interceptors wrap.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly struct PriceCall : global::Sluice.ISynchronousStageCall<global::Shop.Quote>
        {
            private readonly global::Shop.Checkout _pipeline;
            private readonly global::Shop.Stock _stock;
            private readonly global::System.Threading.CancellationToken _token;

            internal PriceCall(global::Shop.Checkout pipeline, global::Shop.Stock stock, global::System.Threading.CancellationToken token)
            {
                _pipeline = pipeline;
                _stock = stock;
                _token = token;
            }

            public global::Shop.Quote Invoke() => _pipeline.Price(_stock, _token);
        }

        /// <summary>The circuit of stage Reserve: whether its calls are let through, and why not.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        public global::Sluice.CircuitBreaker ReserveCircuit => this._reserveCircuit;

        /// <summary>The circuit of stage Price: whether its calls are let through, and why not.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        public global::Sluice.CircuitBreaker PriceCircuit => this._priceCircuit;

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CompilerServices.StageCache<global::Shop.Order, global::Shop.Stock> _reserveCache = new("Shop.Checkout.Reserve", new(0, 5, 0), 1024);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CircuitBreaker _reserveCircuit = new("Reserve", 5, new global::System.TimeSpan(0, 0, 30));

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CompilerServices.ConcurrencyLimiter _reservePlaces = new("Reserve", 8, int.MaxValue);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Shop.Log _logInterceptor = new();

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CircuitBreaker _priceCircuit = new("Price", 5, new global::System.TimeSpan(0, 0, 30));

        // What the policies of all calls have in common.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private static class PolicyData
        {
            internal static readonly global::System.TimeSpan ReserveTotalLimit = new(0, 0, 10);
            internal static readonly global::System.TimeSpan ReserveLimit = new(0, 0, 2);
            internal static readonly global::Sluice.CompilerServices.RetrySchedule ReserveRetries = new(3, new global::System.TimeSpan(0, 0, 1), global::Sluice.Backoff.Constant, 2, global::System.TimeSpan.MaxValue, global::Sluice.Jitter.None);
            internal static readonly global::System.TimeSpan PriceTotalLimit = new(0, 0, 10);
            internal static readonly global::System.TimeSpan PriceLimit = new(0, 0, 2);
        }
