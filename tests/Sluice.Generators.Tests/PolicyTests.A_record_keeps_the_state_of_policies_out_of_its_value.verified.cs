// /// Multiply(order) -&gt; int with Cached(00:05:00), CircuitBreaker(5, 00:00:30), Intercept&lt;Log&gt;
// var multiplyTask = this.MultiplyWithPolicies(order, scope, global::System.Threading.CancellationToken.None);
// new("Multiply", null, "int", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Cached(00:05:00)", "CircuitBreaker(5, 00:00:30)", "Intercept<Log>" } },

        // Multiply with its policies, outermost first: Cached(00:05:00), CircuitBreaker(5, 00:00:30), Intercept<Log>.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<int> MultiplyWithPolicies(global::Shop.Order order, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            var entry = await this.Policies.MultiplyCache.EnterAsync(order, store: null, scope.TimeProvider, token).ConfigureAwait(false);
            if (entry.TryGetValue(out var kept))
            {
                return kept;
            }

            int result;
            try
            {
                var pass = this.Policies.MultiplyCircuit.Enter(scope.TimeProvider);
                try
                {
                    var context = scope.Stage(0, token);
                    var call = new MultiplyCall(this, order);
                    var inLog = new global::Sluice.CompilerServices.SynchronousInterceptedCall<LogCalls, MultiplyCall, int>(new LogCalls(this.Policies.LogInterceptor), call, context);
                    using (entry.Lead())
                    {
                        result = inLog.Invoke();
                    }

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

        // The call of Multiply that its interceptors wrap.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly struct MultiplyCall : global::Sluice.ISynchronousStageCall<int>
        {
            private readonly global::Shop.Checkout _pipeline;
            private readonly global::Shop.Order _order;

            internal MultiplyCall(global::Shop.Checkout pipeline, global::Shop.Order order)
            {
                _pipeline = pipeline;
                _order = order;
            }

            public int Invoke() => _pipeline.Multiply(_order);
        }

        /// <summary>The circuit of stage Multiply: whether its calls are let through, and why not.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        public global::Sluice.CircuitBreaker MultiplyCircuit => this.Policies.MultiplyCircuit;

        // It is equal to that of any other instance, and a copy of this instance gets its own.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private PolicyState _policyState = new();

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private PolicyState Policies => global::Sluice.CompilerServices.RecordState.Of(ref _policyState, this);

        // What the policies keep beyond a call.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private sealed class PolicyState : global::Sluice.CompilerServices.RecordState
        {
            internal readonly global::Sluice.CompilerServices.StageCache<global::Shop.Order, int> MultiplyCache = new("Shop.Checkout.Multiply", new(0, 5, 0), 1024);
            internal readonly global::Sluice.CircuitBreaker MultiplyCircuit = new("Multiply", 5, new global::System.TimeSpan(0, 0, 30));
            internal readonly global::Shop.Log LogInterceptor = new();

            protected override global::Sluice.CompilerServices.RecordState Create() => new PolicyState();
        }
