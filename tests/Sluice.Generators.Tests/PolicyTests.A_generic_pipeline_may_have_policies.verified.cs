// /// Convert(value) -&gt; TOut with Cached(00:05:00), CircuitBreaker(5, 00:00:30), Intercept&lt;Log&gt;
// /// Wrap(Convert) -&gt; TOut[] with Retry(3)
// var convertTask = this.ConvertWithPolicies(value, scope, cancellationToken);
// wrap = this.WrapWithPolicies(convert, scope, cancellationToken);
// new("Convert", null, "TOut", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Cached(00:05:00)", "CircuitBreaker(5, 00:00:30)", "Intercept<Log>" } },
// new("Wrap", null, "TOut[]", IsAsynchronous: false, IsOffloaded: false) { Policies = new string[] { "Retry(3)" } },
// _wrap = _pipeline.WrapWithPolicies(_convert.Value, _scope, CallerToken);

        // Convert with its policies, outermost first: Cached(00:05:00), CircuitBreaker(5, 00:00:30), Intercept<Log>.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
        private async global::System.Threading.Tasks.ValueTask<TOut> ConvertWithPolicies(TIn value, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            var entry = await this._convertCache.EnterAsync(new global::System.ValueTuple<TIn>(value), store: null, scope.TimeProvider, token).ConfigureAwait(false);
            if (entry.TryGetValue(out var kept))
            {
                return kept;
            }

            TOut result;
            try
            {
                var pass = this._convertCircuit.Enter(scope.TimeProvider);
                try
                {
                    var context = scope.Stage(0, token);
                    var call = new ConvertCall(this, value, token);
                    var inLog = new global::Sluice.CompilerServices.InterceptedCall<LogCalls, ConvertCall, TOut>(new LogCalls(this._logInterceptor), call, context);
                    global::System.Threading.Tasks.ValueTask<TOut> task;
                    using (entry.Lead())
                    {
                        task = inLog.InvokeAsync();
                    }

                    result = await task.ConfigureAwait(false);
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

        // The call of Convert that its interceptors wrap.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly struct ConvertCall : global::Sluice.IStageCall<TOut>
        {
            private readonly global::Shop.Convert<TIn, TOut> _pipeline;
            private readonly TIn _value;
            private readonly global::System.Threading.CancellationToken _token;

            internal ConvertCall(global::Shop.Convert<TIn, TOut> pipeline, TIn value, global::System.Threading.CancellationToken token)
            {
                _pipeline = pipeline;
                _value = value;
                _token = token;
            }

            public global::System.Threading.Tasks.ValueTask<TOut> InvokeAsync() => new global::System.Threading.Tasks.ValueTask<TOut>(_pipeline.ConvertAsync(_value, _token));
        }

        // Wrap with its policies, outermost first: Retry(3).
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private TOut[] WrapWithPolicies(TOut value, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return this.Wrap(value);
                }
                catch (global::System.Exception exception) when (attempt < 3 && exception is not global::Sluice.RunCancelledException && !token.IsCancellationRequested)
                {
                    scope.Retrying(1, scope.CallsOf(1), global::System.TimeSpan.Zero, exception);
                }
            }
        }

        /// <summary>The circuit of stage Convert: whether its calls are let through, and why not.</summary>
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        public global::Sluice.CircuitBreaker ConvertCircuit => this._convertCircuit;

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CompilerServices.StageCache<global::System.ValueTuple<TIn>, TOut> _convertCache = new(typeof(global::Shop.Convert<TIn, TOut>) + ".Convert", new(0, 5, 0), 1024);

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Sluice.CircuitBreaker _convertCircuit = new("Convert", 5, new global::System.TimeSpan(0, 0, 30));

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Shop.Log _logInterceptor = new();
