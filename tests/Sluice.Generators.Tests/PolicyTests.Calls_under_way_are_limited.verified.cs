// /// Parse(order) -&gt; Cart with Concurrency(1)
// /// Reserve(Parse) -&gt; Stock with CircuitBreaker(5, 00:00:30), Concurrency(8, QueueLimit = 100)
// /// Log(Parse) with Concurrency(2)
// new("Parse", null, "Cart", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Concurrency(1)" } },
// new("Reserve", null, "Stock", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "CircuitBreaker(5, 00:00:30)", "Concurrency(8, QueueLimit = 100)" } },
// new("Log", null, null, IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Concurrency(2)" } },
// return _parse.Start(_pipeline.ParseWithPolicies(_order, RunToken)) || _parse.Wait(_parseEnded ??= ParseEnded);
// return _reserve.Start(_pipeline.ReserveWithPolicies(_parse.Value, global::System.TimeProvider.System, RunToken)) || _reserve.Wait(_reserveEnded ??= ReserveEnded);
// return _logAwaiter.Start(_pipeline.LogWithPolicies(_parse.Value, RunToken)) || _logAwaiter.Wait(_logEnded ??= LogEnded);

        // Parse with its policies, outermost first: Concurrency(1).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Cart> ParseWithPolicies(global::Shop.Order order, global::System.Threading.CancellationToken token)
        {
            await this._parsePlaces.EnterAsync(token).ConfigureAwait(false);
            try
            {
                return global::Shop.Checkout.Parse(order);
            }
            finally
            {
                this._parsePlaces.Exit();
            }
        }

        // Reserve with its policies, outermost first: CircuitBreaker(5, 00:00:30), Concurrency(8, QueueLimit = 100).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Stock> ReserveWithPolicies(global::Shop.Cart cart, global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            var pass = this._reserveCircuit.Enter(clock);
            var isCalled = false;
            try
            {
                await this._reservePlaces.EnterAsync(token).ConfigureAwait(false);
                try
                {
                    isCalled = true;
                    var result = await this.ReserveAsync(cart, token).ConfigureAwait(false);
                    pass.Succeeded();
                    return result;
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

        // Log with its policies, outermost first: Concurrency(2).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder))]
        private async global::System.Threading.Tasks.ValueTask LogWithPolicies(global::Shop.Cart cart, global::System.Threading.CancellationToken token)
        {
            await this._logPlaces.EnterAsync(token).ConfigureAwait(false);
            try
            {
                this.Log(cart);
            }
            finally
            {
                this._logPlaces.Exit();
            }
        }

        /// <summary>The circuit of stage Reserve: whether its calls are let through, and why not.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        public global::Sluice.CircuitBreaker ReserveCircuit => this._reserveCircuit;

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CompilerServices.ConcurrencyLimiter _parsePlaces = new("Parse", 1, int.MaxValue);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CircuitBreaker _reserveCircuit = new("Reserve", 5, new global::System.TimeSpan(0, 0, 30));

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CompilerServices.ConcurrencyLimiter _reservePlaces = new("Reserve", 8, 100);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CompilerServices.ConcurrencyLimiter _logPlaces = new("Log", 2, int.MaxValue);
