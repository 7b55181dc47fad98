// /// Parse(order) -&gt; Cart with CircuitBreaker(5, 00:00:30)
// /// Reserve(Parse) -&gt; Stock with CircuitBreaker(0.5, 00:00:30, Window = 00:01:00, MinimumCalls = 20)
// /// Log(Parse) with CircuitBreaker(1, 00:00:30)
// new("Parse", null, "Cart", IsAsynchronous: false, IsOffloaded: false) { Policies = new string[] { "CircuitBreaker(5, 00:00:30)" } },
// new("Reserve", null, "Stock", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "CircuitBreaker(0.5, 00:00:30, Window = 00:01:00, MinimumCalls = 20)" } },
// new("Log", null, null, IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "CircuitBreaker(1, 00:00:30)" } },
// return _reserve.Start(_pipeline.ReserveWithPolicies(_parse, global::System.TimeProvider.System, RunToken)) || _reserve.Wait(_reserveEnded ??= ReserveEnded);
// return _logAwaiter.Start(_pipeline.LogWithPolicies(_parse, global::System.TimeProvider.System, RunToken)) || _logAwaiter.Wait(_logEnded ??= LogEnded);
// _parse = _pipeline.ParseWithPolicies(_order, global::System.TimeProvider.System, RunToken);

        // Reserve with its policies, outermost first: CircuitBreaker(0.5, 00:00:30, Window = 00:01:00, MinimumCalls = 20).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<global::Shop.Stock> ReserveWithPolicies(global::Shop.Cart cart, global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            var pass = this._reserveCircuit.Enter(clock);
            try
            {
                var result = await this.ReserveAsync(cart, token).ConfigureAwait(false);
                pass.Succeeded();
                return result;
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

        // Log with its policies, outermost first: CircuitBreaker(1, 00:00:30).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder))]
        private async global::System.Threading.Tasks.ValueTask LogWithPolicies(global::Shop.Cart cart, global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            var pass = this._logCircuit.Enter(clock);
            try
            {
                await this.LogAsync(cart).ConfigureAwait(false);
                pass.Succeeded();
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

        // Parse with its policies, outermost first: CircuitBreaker(5, 00:00:30).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private global::Shop.Cart ParseWithPolicies(global::Shop.Order order, global::System.TimeProvider clock, global::System.Threading.CancellationToken token)
        {
            var pass = this._parseCircuit.Enter(clock);
            try
            {
                var result = global::Shop.Checkout.Parse(order);
                pass.Succeeded();
                return result;
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

        /// <summary>The circuit of stage Parse: whether its calls are let through, and why not.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        public global::Sluice.CircuitBreaker ParseCircuit => this._parseCircuit;

        /// <summary>The circuit of stage Reserve: whether its calls are let through, and why not.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        public global::Sluice.CircuitBreaker ReserveCircuit => this._reserveCircuit;

        /// <summary>The circuit of stage Log: whether its calls are let through, and why not.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        public global::Sluice.CircuitBreaker LogCircuit => this._logCircuit;

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CircuitBreaker _reserveCircuit = new("Reserve", 0.5, new global::System.TimeSpan(0, 0, 30), new global::System.TimeSpan(0, 1, 0), 20);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CircuitBreaker _logCircuit = new("Log", 1, new global::System.TimeSpan(0, 0, 30));

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CircuitBreaker _parseCircuit = new("Parse", 5, new global::System.TimeSpan(0, 0, 30));
