// /// Reserve(Parse) -&gt; Stock with Fallback(Nothing), Cached(00:05:00, Key = KeyOf), CircuitBreaker(5, 00:00:30), Timeout(00:00:02)
// var reserveTask = this.ReserveWithPolicies(parse, global::System.TimeProvider.System, cancellationToken);
// /// Reserve(Parse, rate) -&gt; Stock with Fallback(Nothing), Cached(00:05:00, Key = KeyOf), CircuitBreaker(5, 00:00:30), Timeout(00:00:02)
// var reserveTask = this.ReserveWithPolicies2(parse, rate, global::System.TimeProvider.System, global::System.Threading.CancellationToken.None);
// new("Reserve", null, "Stock", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Fallback(Nothing)", "Cached(00:05:00, Key = KeyOf)", "CircuitBreaker(5, 00:00:30)", "Timeout(00:00:02)" } },

        // Reserve with its policies, outermost first: Fallback(Nothing), Cached(00:05:00, Key = KeyOf), CircuitBreaker(5, 00:00:30), Timeout(00:00:02).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Stock> ReserveWithPolicies(global::Shop.Cart cart, global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            try
            {
                var entry = await this._reserveCache.EnterAsync(global::Shop.Checkout.KeyOf((int)(-3), (global::System.DayOfWeek)(5)), store: null, clock, token).ConfigureAwait(false);
                if (entry.TryGetValue(out var kept))
                {
                    return kept;
                }

                global::Shop.Stock result;
                try
                {
                    var pass = this._reserveCircuit.Enter(clock);
                    try
                    {
                        var timeout = global::Sluice.CompilerServices.StageTimeout.Start(clock, PolicyData.ReserveLimit, token);
                        try
                        {
                            global::System.Threading.Tasks.ValueTask<global::Shop.Stock> task;
                            using (entry.Lead())
                            {
                                task = new global::System.Threading.Tasks.ValueTask<global::Shop.Stock>(this.ReserveAsync(cart, timeout.Token));
                            }

                            result = await task.ConfigureAwait(false);
                            pass.Succeeded();
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
                    return global::Shop.Checkout.Nothing(cart, "none", 0.5D, 1.10M, default(global::System.Guid), (char)'\'', (long?)(7));
                }
                catch (global::System.Exception thrown)
                {
                    global::Sluice.CompilerServices.RunScope.Attach(thrown, exception);
                    throw;
                }
            }
        }

        // Reserve with its policies, outermost first: Fallback(Nothing), Cached(00:05:00, Key = KeyOf), CircuitBreaker(5, 00:00:30), Timeout(00:00:02).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Stock> ReserveWithPolicies2(global::Shop.Cart cart, int rate, global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            try
            {
                var entry = await this._reserveCache.EnterAsync(global::Shop.Checkout.KeyOf(rate, (global::System.DayOfWeek)(5)), store: null, clock, token).ConfigureAwait(false);
                if (entry.TryGetValue(out var kept))
                {
                    return kept;
                }

                global::Shop.Stock result;
                try
                {
                    var pass = this._reserveCircuit.Enter(clock);
                    try
                    {
                        var timeout = global::Sluice.CompilerServices.StageTimeout.Start(clock, PolicyData.ReserveLimit, token);
                        try
                        {
                            global::System.Threading.Tasks.ValueTask<global::Shop.Stock> task;
                            using (entry.Lead())
                            {
                                task = new global::System.Threading.Tasks.ValueTask<global::Shop.Stock>(this.ReserveAsync(cart, timeout.Token, rate));
                            }

                            result = await task.ConfigureAwait(false);
                            pass.Succeeded();
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
                    return global::Shop.Checkout.Nothing(cart, "none", 0.5D, 1.10M, default(global::System.Guid), (char)'\'', (long?)(7));
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
        private readonly global::Sluice.CompilerServices.StageCache<int, global::Shop.Stock> _reserveCache = new("Shop.Checkout.Reserve", new(0, 5, 0), 1024);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CircuitBreaker _reserveCircuit = new("Reserve", 5, new global::System.TimeSpan(0, 0, 30));

        // What the policies of all calls have in common.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private static class PolicyData
        {
            internal static readonly global::System.TimeSpan ReserveLimit = new(0, 0, 2);
        }
